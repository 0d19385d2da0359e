/**
 * Weights of the two-layer network that tells a written letter from a printed one (`letter-style.ts`). Learned from
 * letters, digits and signs of 29 open handwriting fonts whose letters each stray, of digits that real hands wrote, and of
 * 25 open families of type, upright, bold and italic, small and large, scanned grey and black and white, copied, faxed and
 * photographed; and from a dozen worn till rolls and book pages. Of the fonts that the samples and the benchmark are drawn
 * with, only the comic type was among them. A row for each hidden unit: a whole number for each sign, to be multiplied by
 * the row's step.
 */
export const HIDDEN = 24;

/** How much one step of each row is worth. */
const steps = [
  0.3715, 0.276, 0.2789, 0.5358, 0.3581, 0.3028, 0.4203, 0.4516, 0.2775, 0.5354, 0.5006, 0.2925, 0.3593, 0.3081, 0.2682,
  0.2193, 0.4061, 0.258, 0.2375, 0.2359, 0.2331, 0.3907, 0.3192, 0.3032,
];
/** What each hidden unit starts from. */
const offsets = [
  1.16, -2.0003, -0.9325, 3.0531, -1.5611, 1.5439, 2.5226, -0.1618, 0.2231, 0.0582, 1.3988, -1.6556, 0.0881, -1.9692,
  -2.0169, -0.441, 0.1244, 0.8133, -0.1146, 0.4067, -0.6935, 4.2743, -1.9656, 3.225,
];
/** What each hidden unit adds to the log odds; last what they start from. */
export const outputWeights = [
  0.957, 0.944, -0.7023, 0.8499, 0.7695, 0.7248, -0.7305, 0.7301, -0.6999, -0.6813, 0.7903, 0.8985, 0.8719, -0.7359,
  -0.6418, -0.7018, -0.5634, -0.7788, -0.7493, -0.5445, -0.679, 0.8998, -0.5985, 0.9664, -0.2744,
];

const packed =
  '/wj8BwENAvT2+xEmAPHlABwa8gXZ4d3/0yQnLhoG+LQIA87xBtBHCAUM4TLJnuj0/A3mJvUW2PQCBPEaNH9gDgknHnTbLQzS+/4FALjE0Qb198bA' +
  'Ejch9A3+MUVK/uYDACD2APz+/OoA/jg3AM3q/SIlG+rLD9PO9A4zHgn29c7vIPguHvmm5DgjLMmBCGlIJkUUBPVCOiLCpd86Eeal6molLgsCMGv4' +
  'oOUa8NQSOyz2Dhzj4RsbCMUg7fknDA/cSR/RCPP9BOj0EhEK+PfT+vYHCPHvGjQO8TTxHdv79xHv/yeUxeEwIgfc/CNA9b4C/NQwM+bUDfpORD07' +
  'Fd4nECGZCKuBDv/m9UjsFx380QUEBSDU4O4ZFPzkEwXmFNbfAhQmFVpDAPwLAAH++gULAf4PDOkI//zn9AID+CkfAezuD/4lHPAEBDz8JDooBxkO' +
  'Kvwc9hD8HALq+/wbGTZU9tr+8Pe9DQcNG/nq6vDg2M4KBArgwOkECPvX9N0LHPqu3/oGEQ33geIL/+b7//z0/wEJAwgICBYKBQby/gz9/xbx+QYF' +
  '9cjN1DLwBVyy+vwbF763su4G4/0ifwrU8a/pvBaGDlQG/gDJ9f0OCQItQDf4TgesExJBweTM7UQW5BUv+h9MTQAsQB/apcYeAgsAAgD58fgHBv4T' +
  '5NTb+Orl2972/xrw/i8GIBz3uuXIJh3r2gUOBPIODxQWr5rs9xIRAw0qHjOyPCMH8vnM8wViagPB0R0fx7A89vQrf/jjGRALL/XH2DoiRxoi+ry2' +
  '0qEV/9sKAvj3+PPz+QkCCQsWAgUQEvb3AQj3+uL/7uEBIu0bHPMI1wQb9gUtCArygf/zEyYmA+7xBh8eBAr/2vLxC8/s8gP6Dd8w97bB7PMIA+3a' +
  '7+IG/CMiITf9+vXt6jARAvk1/vsAAgb5/QgKBhgBDeTt9/Tr+Qr+/vDu9fkN5h74uAs/DM7zB/7L5Rv5whP99+XfAf/3Cvf7998n6Oz1ESMlBDjd' +
  'EwL5JhxmLiYG8QPw9ArpBBAJBSoo3IGr2/ziFQCm2xA+/zUDDeLbCxrw8tfk9/cJ+PAjCd/j/eszIM8E2PEpEA7GvxLo2wwX+t0KJvH5+P8QPQPZ' +
  'IRoMIo7K4QILzNHYE9ft/xHTtscE/vXDHOSrIiYaPSYmAto6DiA5JQvww+fVfw6bBAEA/wD+AQf8ASn2BvUBBgDsAgHrAeUN/QQBCAgCAQPy/v4A' +
  'AxfmAPLl7RQN6v7u8/II7e0Tge/I+RAPEP0GHTEOSvkG/cml9O4T+//xGxYG9PIGBQ3zB/PnCfr/Gg/3AuoN//sDAOkA+gIHABMACPcNBO3x9PT3' +
  'BgQBAg4h5/QWLAEZ39gZ7+Ye9twJMgkTDhP91/YE9wH0q/0rHPf7BBMc/OLcJwTL/oEJQyk7GQz9vPUJ8gXb3B0cAQPu6+PC+xPzy/8SAu4ABenm' +
  '/hAG/hYlEUJDCMTAA/sA7/8a+RIfD8kjeuK7wh447RBMFaQHIPzf9SMi97/aCw4dFPeMOD7k+R5f6Q3oyQUGDx/mpurwtOrEDBLd1eEI6wUh/oHQ' +
  'TSzd+AvxwCE9ADb8Af/5BwT9/hIHFgwXBvfv/hEX9Tke/Nnp+xYR7wWo2//iFAf5+nP0ugn7tIGcl9rw7vLlFKGZHyXpFSTf3cXxsPYj+ccVVjQG' +
  'FBAkK/9BIRjwNT4sMP/7CBIL9kRQTzsK/vr3BPncDAnx/w/N/wIaBQ8FBwE/8wkdCAwmAhPR4ykwD0AT4/D5/hXnSfopATDdHv0m/ODUUfkhMBgB' +
  '9fn6+QlMMgIBH7YI08oiDjj2QByf//n+7fwlAeOgAPrwKAAM+4EyAukJ/A8JAfX6+BhAI/TcBgQT6Cbz7w/gCxcFAOvX8e30ZhP3EN9IEw3DCxsH' +
  '6RYf8+rDFAzJ5MuytPslAuaXove3CQ8ALyuSdcvR2h8tvC0KgfYH2yMyPUz+GvzusgLtoOPIBesU+hrx6gXy8vjRE/YTBATT4/X0AFDYIdMFDSkM' +
  '98I1w8O7AzcuGQ3SggvF0FJWzZyp/CtP0s/10f0N6fDVXn8H7R/9GfQHHRMaKv6bRjfzFl4i1a/6PcY1UStJyo8fN0gLAu0H/QP3Bwf7AS8LC+Lu' +
  'BvvgC+fdAu/w+hAIHvAIECcdFCwYCNkZ+wv71woeBvEj9hQJ+NzI3f/f2QsHAhCB8cLcHAP+BhxO0Mj49h0rtRgDw8j+AQb8Dcbh/QjxE+0hlQjz' +
  'ABn/Cu3bDwIN9iQ+A+cA/vLyNCQUFEbe7+oR6tYU1ffc7sndFDMn7Qk5RwbZx0z/FyzHEN3Ljcf04/Qu9Pn4Aik8RgX6/Uj/MQB/Jw0D6S0F/Y/p' +
  'DPAL5/nzG/wp4hD1Hw4e9x35+hkU9Ps/8hp/1N8i/hq61hMz3EAk7EEiyPk4Qx+0yR0CBdK+Jp30Gt8C188bI70f9g3zeSxOAe31Ex4VF+ck6vP7' +
  '9jIOXPnj2Pfe/BX3FSgpLfXbCszEKvv6LSr4D/01BZQNBtjmGQe5GeWwHznN+ssfTOzBG+L0Kv3ePDo1MB3t+vo0Bc3cDvzG7xgM5rP0XjYM1gNR' +
  'OMf6ANnhB/pJ6X/1+/f1WRPKF/PH8QsjQrAmJxPT8Sv2A4PSCvQLSO4I4bgh/gjzCfcB3Rc9BPj67+v3Eae6RDn7/B3x1/UA0/8zbsC18cf2vyES' +
  'NLoEGv7Q64fMUzbm+dfsPH8zF9Pz8kViPEF/EyID8ZkUJWAp6MPw1CcADEEc/BfBLrEoOixYTjX21LvtAdb9AwkH+fYFAPcB6MLl/Arw/jcN++wB' +
  '/PT0CgL0+Q3HDgMaOQYHE0sO4RQd7abjPScHA+3xyx8rJv8P8eV/IcoEAwQR1/b2Ghnt+e3gwdDlBAYJ8dzjD/YQFv4v5cgQSkDq+8T//QYU7wgc' +
  '9eMPD9cUAA70AQklATk2EA0D5Qn+Cuuhug3s/uXgDhDIJhf16hHyIAMKGBUWwqeo+BwH2xBxB1L3zAcRMzshD+rPCAUSLB/m7Dbc4CzVBfh/5ucD' +
  '2xb0pVoCAtcMAAfv9wr8/vYWA/z/BhvnGgAI+fQiDcUN9O0XIhnjvOnntgIqFYHXAuX4z8wLdBL7BSb1IgFt1Of/2Nn6GyLWHBr/5vIaLf/c5vXj' +
  'SkMZLe8zM0DAAxUsWe7ozcH2IRQqBMHu';

/** Weights of the signs and the offset, unit by unit. */
export const hiddenWeights: Float64Array = (() => {
  const rows = new Int8Array(Buffer.from(packed, 'base64'));
  const signs = rows.length / HIDDEN;
  const weights = new Float64Array(HIDDEN * (signs + 1));
  for (let unit = 0; unit < HIDDEN; unit++) {
    for (let sign = 0; sign < signs; sign++) {
      weights[unit * (signs + 1) + sign] = rows[unit * signs + sign]! * steps[unit]!;
    }
    weights[unit * (signs + 1) + signs] = offsets[unit]!;
  }
  return weights;
})();
