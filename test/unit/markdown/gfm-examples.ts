/**
 * One example for each case that GFM's specification adds to CommonMark, in our own words (the specification itself is
 * in no npm package): tables, task lists, strikethrough, extended autolinks, disallowed HTML, footnotes.
 */
export const gfmExamples: readonly string[] = [
  // Tables (extension)
  '| model | recall |\n| --- | --- |\n| small | 52.0 |\n',
  '| model | recall |\n:-: | -----------:\nsmall | 52.0\n',
  '| r\\|ow |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n',
  '| model | recall |\n| --- | --- |\n| small | 52.0 |\n> quoted\n',
  '| model | recall |\n| --- | --- |\n| small | 52.0 |\nlarge\n\nlarge\n',
  '| model | recall |\n| --- |\n| small |\n',
  '| model | recall |\n| --- | --- |\n| small |\n| large | 74.1 | extra |\n',
  '| model | recall |\n| --- | --- |\n',
  'Text before\n\n| [a](b.md#c) | ![i](i.png) |\n| --- | --- |\n| [x][y] | <https://example.org> |\n\n[y]: z.md "t"\n',
  '- item\n\n  | a | b |\n  | - | - |\n  | [c](d.md) | e |\n',
  // Task list items (extension)
  '- [ ] open\n- [x] done\n',
  '- [x] outer\n  - [ ] inner\n  - [X] other\n- [ ] last\n',
  '- [ ]no space\n- [y] no mark\n1. [ ] numbered\n',
  // Strikethrough (extension)
  '~~Gone~~ and ~also gone~ stays\n',
  'This ~~has a\n\nnew paragraph~~.\n',
  'This will ~~~not~~~ strike.\n',
  '~~[struck](link.md) and **bold**~~ end\n',
  // Autolinks (extension)
  'www.example.org\n',
  'Visit www.example.org/help for more.\n',
  'Visit www.example.org.\n\nVisit www.example.org/a.b.\n',
  'www.example.org/search?q=Markup+(business)\n\nwww.example.org/search?q=Markup+(business)))\n',
  '(www.example.org/search?q=Markup+(business))\n',
  'www.example.org/search?q=(business))+ok\n',
  'www.example.org/search?q=commonmark&hl=en\n\nwww.example.org/search?q=commonmark&hl;\n',
  'www.example.org/he<lp\n',
  'http://example.org\n\n(Visit https://example.org/a_b_c/index.html?x=(y))\n',
  'someone@example.org\n',
  'hello@mail+xyz.example is not an address, hello+xyz@mail.example is.\n',
  'a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_\n',
  // Disallowed raw HTML (extension)
  '<strong> <title> <style> <em>\n\n<blockquote>\n  <xmp> is disallowed.  <XMP> is also disallowed.\n</blockquote>\n',
  // Footnotes, which GitHub has beside the specification
  'A claim.[^1] Another.[^long]\n\n[^1]: The note.\n[^long]: A note\n    with [a link](b.md) in it.\n',
  'A mark without a note.[^none]\n',
];
