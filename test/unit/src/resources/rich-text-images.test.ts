import { richTextImages } from "orgtype";
import { describe, expect, it } from "vitest";

const references = (html: string | null | undefined) =>
  richTextImages(html).map(({ referenceId }) => referenceId);

describe("images in a rich text", () => {
  it("are those that Salesforce keeps, whatever their tag looks like", () => {
    expect(
      richTextImages(
        '<p><img alt="1 > 0" src="https://acme.file.force.com/servlet/rtaImage?eid=a01&amp;feoid=00N&amp;refid=0EM1"></img></p>',
      ),
    ).toEqual([
      {
        referenceId: "0EM1",
        recordId: "a01",
        src: "https://acme.file.force.com/servlet/rtaImage?eid=a01&feoid=00N&refid=0EM1",
        alt: "1 > 0",
      },
    ]);
    expect(
      references(
        "<IMG SRC='/servlet/rtaImage?refid=0EM2&#38;eid=a01'/><img src=/servlet/rtaImage?refid=0EM3>",
      ),
    ).toEqual(["0EM2", "0EM3"]);
    expect(references('<img src="/servlet/rtaImage?eid=a01&#x26;refid=0EM4#x"')).toEqual([]);
    expect(references('<img data-src="a"src="/servlet/rtaImage?eid=a01&#x26;refid=0EM4#x">')).toEqual([
      "0EM4",
    ]);
  });

  it.each([
    ["no text", null],
    ["nothing", undefined],
    ["no image", "<p>refid=0EM1</p>"],
    ["an image from elsewhere", '<img src="https://example.com/a.png?refid=0EM1">'],
    ["an image without a source", '<img alt="/servlet/rtaImage?refid=0EM1">'],
    ["an image without a reference", '<img src="/servlet/rtaImage?eid=a01">'],
    ["another tag", '<image src="/servlet/rtaImage?refid=0EM1">'],
    ["an entity that is no character", '<img src="&#x110000;">'],
  ])("are none in %s", (_, html) => {
    expect(richTextImages(html)).toEqual([]);
  });

  it("are found in time in whatever text", () => {
    expect(richTextImages(`<img ${'"'.repeat(20_000)}${"<img ".repeat(20_000)}`)).toEqual([]);
  });
});
