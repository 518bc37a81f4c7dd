// Makes copies with bare sharp: one decoding, each width resized from it. The arguments after the order
// are the efforts of AVIF up to 960 pixels and above.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import sharp from "sharp";

const wanted = JSON.parse(readFileSync(process.argv[2], "utf8"));
const [few, many] = process.argv.slice(3).map(Number);
const settings = {
  jpg: (image) => image.jpeg({ quality: 80, progressive: true, optimizeCoding: true }),
  webp: (image) => image.webp({ quality: 78, effort: 4 }),
  avif: (image, width) => image.avif({ quality: 55, effort: width <= 960 ? few : many, chromaSubsampling: "4:2:0" }),
};
for (const photo of wanted.photos) {
  const pipeline = sharp(photo);
  const made = [];
  for (const [ending, , widths] of wanted.copies) {
    for (const width of widths) {
      const name = `${wanted.folder}/${basename(photo, ".jpg")}-${width}.${ending}`;
      made.push(settings[ending](pipeline.clone().resize({ width }), width).toFile(name));
    }
  }
  await Promise.all(made);
}
