import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import UPNG from 'upng-js';
import { root } from '../../../scripts/editor/folders.ts';
import { editor } from '../ui/editor.ts';

/** Text on a plain ground needs no more. */
const COLOURS = 96;

/** A moving picture is looked at as it moves. */
const COLOURS_MOVING = 48;

interface Frame {
  readonly png: Buffer;
  /** How long it stands, in milliseconds. */
  readonly lasts: number;
}

/** Takes a picture of the window and writes it under `images/`. */
export async function takePicture(name: string): Promise<void> {
  write(name, [{ png: await editor().page.screenshot(), lasts: 0 }], COLOURS);
}

/** Takes one picture after another and writes them as one that moves (APNG), which every browser shows. */
export class MovingPicture {
  private readonly frames: Frame[] = [];

  async take(lasts: number): Promise<void> {
    this.frames.push({ png: await editor().page.screenshot(), lasts });
  }

  write(name: string): void {
    write(name, this.frames, COLOURS_MOVING);
  }
}

function write(name: string, frames: readonly Frame[], colours: number): void {
  const images = frames.map(({ png }) => UPNG.decode(bufferOf(png)));
  const { width, height } = images[0]!;
  const pixels = images.map(image => UPNG.toRGBA8(image)[0]!);
  const delays = frames.map(({ lasts }) => lasts);
  const encoded = UPNG.encode(pixels, width, height, colours, frames.length > 1 ? delays : undefined);
  const file = join(root, 'images', `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, new Uint8Array(encoded));
  console.log(`images/${name}.png  ${Math.round(encoded.byteLength / 1024)} KB`);
}

/** The bytes alone: a small `Buffer` is a part of a larger one. */
const bufferOf = (png: Buffer): ArrayBuffer => new Uint8Array(png).buffer;
