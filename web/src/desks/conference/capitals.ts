// Where an arc ends: the capital, to a tenth of a degree (general knowledge).
export const macao: [number, number] = [113.5, 22.2];
export const capitals: Record<string, [number, number]> = {
  AO: [13.2, -8.8], BR: [-47.9, -15.8], CV: [-23.5, 14.9], GW: [-15.6, 11.9], MZ: [32.6, -26.0], PT: [-9.1, 38.7], ST: [6.7, 0.3], TL: [125.6, -8.6], GQ: [8.8, 3.8],
};
