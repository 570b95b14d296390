import {AlignmentType, type IPropertiesOptions, LevelFormat, LineRuleType} from 'docx'
import type {Rag} from '../rag.js'

/** Styles of the document: real headings, so that Word's own navigation and contents work. */
export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: {font: 'Calibri', size: 21, color: '1D2733', language: {value: 'en-GB'}},
      paragraph: {spacing: {before: 60, after: 100, line: 264, lineRule: LineRuleType.AUTO}},
    },
    title: {run: {size: 48, bold: true}, paragraph: {spacing: {before: 120, after: 80}}},
    heading1: {run: {size: 32, bold: true}, paragraph: {keepNext: true, spacing: {before: 440, after: 140}}},
    heading2: {run: {size: 26, bold: true}, paragraph: {keepNext: true, spacing: {before: 320, after: 100}}},
    heading3: {run: {size: 23, bold: true}, paragraph: {keepNext: true, spacing: {before: 260, after: 80}}},
    heading4: {run: {size: 21, bold: true}, paragraph: {keepNext: true, spacing: {before: 200, after: 60}}},
    hyperlink: {run: {color: '14507A', underline: {}}},
  },
  paragraphStyles: [
    {id: 'Aside', name: 'Aside', basedOn: 'Normal', run: {size: 18, color: '4B5765'}},
    {id: 'Lead', name: 'Lead', basedOn: 'Normal', run: {size: 24}},
    {
      id: 'Quotation',
      name: 'Quotation',
      basedOn: 'Normal',
      run: {font: 'Cambria'},
      paragraph: {spacing: {after: 40}},
    },
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: {size: 19},
      paragraph: {spacing: {before: 20, after: 40, line: 245, lineRule: LineRuleType.AUTO}},
    },
    {id: 'CellHead', name: 'Cell head', basedOn: 'Cell', run: {bold: true, color: '4B5765'}},
    ...[1, 2].map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      paragraph: {spacing: {after: 40}, indent: {left: (level - 1) * 280}},
    })),
  ],
}

/** Lists: dots, and nothing else. */
export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: 'dots',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: {paragraph: {indent: {left: 360, hanging: 240}}},
        },
      ],
    },
  ],
}

/** What a cell of a colour is filled with, and the ink on it: a contrast of 4.5 or more. */
export const fills: Readonly<Record<Rag, {readonly fill: string; readonly ink: string}>> = {
  red: {fill: 'F8D3D0', ink: '8A1418'},
  amber: {fill: 'FBE3B5', ink: '6B3F00'},
  advisory: {fill: 'DAE5F6', ink: '274470'},
  green: {fill: 'D3EAD9', ink: '184D2F'},
  grey: {fill: 'E6E9ED', ink: '3F4854'},
}

/** Sizes in twentieths of a point: A4 and the room for text within its margins. */
export const paper = {
  short: 11_906,
  long: 16_838,
  margin: 1_134,
  get upright() {
    return this.short - 2 * this.margin
  },
  get lying() {
    return this.long - 2 * this.margin
  },
}
