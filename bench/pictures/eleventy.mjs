// Makes copies with @11ty/eleventy-img; a call for each format, as a call gives every format the same widths.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import Image from "@11ty/eleventy-img";

const wanted = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const photo of wanted.photos) {
  for (const [ending, , widths] of wanted.copies) {
    await Image(photo, {
      widths,
      formats: [ending === "jpg" ? "jpeg" : ending],
      outputDir: wanted.folder,
      useCache: false,
      filenameFormat: (id, source, width) => `${basename(photo, ".jpg")}-${width}.${ending}`,
      sharpJpegOptions: { quality: 80, progressive: true },
      sharpWebpOptions: { quality: 78 },
      sharpAvifOptions: { quality: 55 },
    });
  }
}
