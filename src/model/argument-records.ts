/** The records of which an argument is made: claims, steps, attacks, groups, and what a reader says about them. */
import type { Foreign, Stamp, Target } from './record-parts.ts';

export const claimRoles = ['conclusion', 'issue', 'determinant', 'background', 'premise'] as const;
/** What a claim does in the argument, from the conclusion down to the premises that carry it. */
export type ClaimRole = (typeof claimRoles)[number];

/** Another way in which a claim is said (Argdown: a further statement under one title; AIF: a rephrase). */
export interface Wording {
  /** Unique in its claim: the claim's targets name by it which of them state it so (`Target.wording`). */
  readonly id: string;
  readonly text: string;
}

/** A proposition of the argument (AIF: I-node; Argdown: statement). */
export interface Claim extends Stamp {
  readonly kind: 'claim';
  readonly id: string;
  readonly role: ClaimRole;
  /** The canonical wording, in plain words; one sentence. */
  readonly wording: string;
  /** The passages that state it. Empty where the claim is implicit or was made on the map. */
  readonly targets: readonly Target[];
  /** Ids of the author's notes that carry it (`fn53`), in the order of the text. Empty: unsourced. */
  readonly notes: readonly string[];
  /** Id of the group it is drawn in; null outside any. */
  readonly group: string | null;
  /** True where the claim stands beside the argument and need not reach the conclusion. */
  readonly aside: boolean;
  /** Its other wordings, in the order of their making; the canonical one is not among them. */
  readonly wordings: readonly Wording[];
  readonly foreign: Foreign;
}

export const premiseRoles = ['grounds', 'warrant', 'backing'] as const;
/** What a premise does in its step, in Toulmin's words. */
export type PremiseRole = (typeof premiseRoles)[number];

/** A premise in its inference; `role` is null where nobody has said. */
export interface Premise {
  readonly claim: string;
  readonly role: PremiseRole | null;
}

export const answers = ['met', 'open', 'failed'] as const;
/** How a step stands up to a critical question. */
export type Answer = (typeof answers)[number];

/** A critical question of an inference's scheme, as somebody answered it. */
export interface QuestionAnswer {
  /** Key of the question in its scheme. */
  readonly question: string;
  readonly answer: Answer;
  /** Why, in a sentence; empty where nobody said. */
  readonly remark: string;
}

/** A step of the argument (AIF: RA-node). Several premises in one inference are linked: they work only together. */
export interface Inference extends Stamp {
  readonly kind: 'inference';
  readonly id: string;
  readonly premises: readonly Premise[];
  /** Id of the claim that it supports. */
  readonly conclusion: string;
  /** How the step goes, in a sentence. */
  readonly gist: string;
  /** True where the paper leaves the step unsaid. */
  readonly implicit: boolean;
  /** The argumentation scheme that it follows (Walton): key of a known one, or a rule in free words; null where nobody has said. */
  readonly scheme: string | null;
  /** How strongly it is meant ("presumably", "in most cases": Toulmin's qualifier), or null. */
  readonly qualifier: string | null;
  /** What has been answered of the scheme's critical questions. */
  readonly questions: readonly QuestionAnswer[];
  readonly foreign: Foreign;
}

/** An attack (AIF: CA-node): on a claim (`rebut`, `undermine`) or on an inference (`undercut`). */
export interface Conflict extends Stamp {
  readonly kind: 'conflict';
  readonly id: string;
  /** Id of the attacking claim. */
  readonly from: string;
  /** Id of the attacked claim, or of the inference where the attack is an undercut. */
  readonly to: string;
  readonly attack: 'rebut' | 'undermine' | 'undercut';
  /** True where each attacks the other. */
  readonly mutual: boolean;
  /** What the two disagree about, in a sentence. */
  readonly gist: string;
  /** Key of the critical question that it raises, or null. */
  readonly question: string | null;
  readonly foreign: Foreign;
}

/** Claims that belong together, mostly by section. */
export interface Group extends Stamp {
  readonly kind: 'group';
  readonly id: string;
  readonly title: string;
  /** Label of the section it stands for (`III.B`), or null. */
  readonly section: string | null;
  /** Id of the group around it, or null. */
  readonly parent: string | null;
  readonly foreign: Foreign;
}

/** Of two claims or inferences that conflict, the one to be preferred (AIF: PA-node). */
export interface Preference extends Stamp {
  readonly kind: 'preference';
  readonly id: string;
  /** Id of the claim or inference that is preferred. */
  readonly over: string;
  /** Id of the one that it is preferred to. */
  readonly under: string;
  /** Why, in a sentence; empty where nobody said. */
  readonly gist: string;
  readonly foreign: Foreign;
}

/** Where somebody has put a claim on the map by hand. */
export interface Pin extends Stamp {
  readonly kind: 'pin';
  /** `pin-` and the claim's id: one place for each. */
  readonly id: string;
  readonly claim: string;
  /** Centre of its card, in map px at scale 1. */
  readonly x: number;
  readonly y: number;
}

/** An order in which to show an argument before a room. */
export interface Presentation extends Stamp {
  readonly kind: 'presentation';
  readonly id: string;
  readonly title: string;
  /** Ids of claims, inferences and conflicts, in the order of showing; what is gone is passed over. */
  readonly steps: readonly string[];
}

/** What a file of another program said of an argument that belongs to no record: kept, and written back. */
export interface Extra extends Stamp {
  readonly kind: 'extra';
  readonly id: string;
  readonly format: 'aif' | 'argdown';
  /** What part of the file it is, in the format's own word (`node`, `edge`, `comment`). */
  readonly what: string;
  /** JSON text. Never shown, never trusted. */
  readonly content: string;
}

/** What a claim has that nobody has said more about. */
export const bareClaim = { wordings: [], foreign: null } as const;

/** What a step has that nobody has said more about. */
export const bareStep = { scheme: null, qualifier: null, questions: [], foreign: null } as const;

/** What an attack has that nobody has said more about. */
export const bareConflict = { question: null, foreign: null } as const;
