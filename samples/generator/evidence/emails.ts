/** E-mails: a mother’s, without measurements, and a paraprofessional’s, with three. */
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';

/** Quoted-printable (RFC 2045, section 6.7), lines of at most 76 characters. */
function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const encoded = [...new TextEncoder().encode(line)].map((byte) =>
        byte === 61 || byte > 126 || byte < 32
          ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
          : String.fromCharCode(byte),
      );
      let out = '';
      let length = 0;
      for (const piece of encoded) {
        if (length + piece.length > 75) {
          out += '=\r\n';
          length = 0;
        }
        out += piece;
        length += piece.length;
      }
      return out;
    })
    .join('\r\n');
}

const message = (headers: readonly string[], body: readonly string[]) => async () =>
  new TextEncoder().encode(
    `${[...headers, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'].join('\r\n')}\r\n\r\n${quotedPrintable(body.join('\n'))}\r\n`,
  );

export const parentEmail: EvidenceFile = {
  name: 'parent-email-mateo.eml',
  about: 'A mother writes about reading at home, in Spanish and English',
  made: 'e-mail file, quoted-printable UTF-8',
  expected: {
    documents: [
      expectDocument({
        documentType: 'parent_communication',
        studentId: 'stu-mqu',
        date: '2025-11-17',
        notData: [
          { value: 20, why: 'minutes at home' },
          { value: 3, why: 'questions at home' },
          { value: 110, why: 'a hope, not a measurement' },
        ],
      }),
    ],
  },
  bytes: message(
    [
      'From: =?UTF-8?Q?Luc=C3=ADa_Qui=C3=B1ones?= <lucia.quinones@familymail.example>',
      'To: Leocadia Wexford <lwexford@kestrelvalley.example>',
      'Subject: Mateo Quinones - lectura en casa',
      'Date: Mon, 17 Nov 2025 19:42:10 -0700',
      'Message-ID: <20251117194210.7731@familymail.example>',
    ],
    [
      'Buenas tardes, Ms. Wexford:',
      '',
      'Mateo está leyendo 20 minutos cada noche, casi siempre en voz alta con su abuelo. El sábado le',
      'hice las preguntas de la hoja y contestó 3 de 5 sin ayuda. ¡Qué orgullo!',
      '',
      'Sorry, in English too: he reads 20 minutes every night and answered 3 of 5 questions with me on',
      'Saturday. He told me he wants to get to 110 words by Christmas. Is that possible?',
      '',
      'We can come on December 4 after 4:30.',
      '',
      'Gracias,',
      'Lucía Quiñones (mamá de Mateo Quiñones, 7th grade)',
    ],
  ),
};

export const paraEmail: EvidenceFile = {
  name: 'device-data-zuri.eml',
  about: 'A paraprofessional mails three days of device data',
  made: 'e-mail file, quoted-printable UTF-8',
  expected: {
    documents: [
      expectDocument({
        documentType: 'anecdotal_note',
        studentId: 'stu-zad',
        date: '2025-11-19',
        dataPoints: [
          point('zad-aac', '2025-11-05', [6, 12]),
          point('zad-aac', '2025-11-12', [7, 12]),
          point('zad-aac', '2025-11-19', [8, 12]),
        ],
        notData: [{ value: 80, why: 'target' }],
      }),
    ],
  },
  bytes: message(
    [
      'From: Dolores Roque <droque@kestrelvalley.example>',
      'To: Rosalind Achterberg <rachterberg@kestrelvalley.example>',
      'Cc: Bryony Haldane <bhaldane@kestrelvalley.example>',
      'Subject: Zuri Adeyinka - speech device data',
      'Date: Wed, 19 Nov 2025 15:21:44 -0700',
      'Message-ID: <20251119152144.4108@kestrelvalley.example>',
    ],
    [
      'Hi Rosalind,',
      '',
      'Here is the device data for Zuri Adeyinka, independent requests at snack and centers:',
      '',
      '11/5/2025: 6/12 opportunities independent',
      '11/12/2025: 7/12 opportunities independent',
      '11/19/2025: 8/12 opportunities independent',
      '',
      'She asked for "more bubbles" by herself today! I know we want 80%.',
      '',
      'Dolores',
    ],
  ),
};
