/** Where a reader puts claims on the map by hand, and how that is forgotten again. */
import type { Pin } from '../model/argument-records.ts';
import { argument, type Desk } from './desk.ts';
import { commandOf, reasonAgainst, unchanged, type Move } from './moves.ts';
import { ownRecord, stamp, touched } from './own-records.ts';
import type { Command } from './store.ts';

/** A place on the map: the centre of a card, in map px at scale 1. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
}

/** Farthest from the middle that a card may be put: what a record of it may say. */
const farthest = 1e6;

const within = (value: number): number => Math.max(-farthest, Math.min(farthest, Math.round(value)));

/** Longest that an id may be. */
const longestId = 64;

/** Id of the record that says where a claim is put. A claim's id too long for it gives its end. */
export const pinOf = (claim: string): string => `pin-${claim.slice(-(longestId - 'pin-'.length))}`;

const pinning =
  (places: ReadonlyMap<string, MapPlace>): Move =>
  (desk) => {
    const { claims } = argument(desk);
    const put = [...places].flatMap(([claim, place]): Pin[] => {
      if (!claims.has(claim) || !Number.isFinite(place.x) || !Number.isFinite(place.y)) return [];
      const at = { x: within(place.x), y: within(place.y) };
      const known = ownRecord(desk, pinOf(claim));
      if (known?.kind !== 'pin') return [{ kind: 'pin', id: pinOf(claim), claim, ...at, ...stamp() }];
      return known.x === at.x && known.y === at.y ? [] : [touched(known, at)];
    });
    if (put.length === 0)
      return [...places.keys()].some((id) => claims.has(id)) ? unchanged : 'No claim is chosen.';
    return { label: put.length === 1 ? 'Move on the map' : `Move ${put.length} on the map`, put };
  };

/** Puts claims, anybody's, where the reader wants them on the map; whole px. */
export const pinClaims = (places: ReadonlyMap<string, MapPlace>): Command => commandOf(pinning(places));

/** Why none of these claims can be put there; null where one can. */
export const whyNotPinClaims = (desk: Desk, places: ReadonlyMap<string, MapPlace>): string | null =>
  reasonAgainst(desk, pinning(places));

const unpinning =
  (claims: readonly string[]): Move =>
  (desk) => {
    const remove = [...new Set(claims)].map(pinOf).filter((id) => ownRecord(desk, id)?.kind === 'pin');
    return remove.length > 0
      ? { label: 'Give back to the layout', remove }
      : 'Nothing here was put in its place by hand.';
  };

/** Gives claims back to the layout. */
export const unpinClaims = (claims: Iterable<string>): Command => commandOf(unpinning([...claims]));

/** Why none of these claims can be given back; null where one can. */
export const whyNotUnpinClaims = (desk: Desk, claims: Iterable<string>): string | null =>
  reasonAgainst(desk, unpinning([...claims]));
