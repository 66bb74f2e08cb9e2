/**
 * Chevrotain's parser with leaner run-time paths.
 *
 * Chevrotain 11.2 (pinned) spends five to ten JavaScript frames and two try blocks on a rule call,
 * for error recovery and CST building we do not use. Python allows 200 nested brackets, and those
 * frames would overflow Node's default stack. So the few methods the DSL calls *while parsing* are
 * replaced here; recording, validation and look-ahead computation stay Chevrotain's own (while a
 * grammar is recorded, Chevrotain shadows these methods on the instance), but what they come to is
 * a table that the build makes (decisions.ts).
 *
 * A failure is one preallocated object: the words are found by `diagnose`, never by Chevrotain.
 */
import { EmbeddedActionsParser, type IParserConfig, type TokenType } from 'chevrotain';
import { T, Token, tokenTypes } from '../tokens.js';
import { decisionsOf, type Choice, type Decisions, type LookAhead } from './decisions.js';

/** Thrown when the text is not in the language. */
export const PARSE_FAILED: { readonly parseFailed: true } = { parseFailed: true };

// While a grammar is recorded there are no tokens.
const NOTHING = /* @__PURE__ */ new Token(T.EOF, '', 0, 0, 0, 0, 0, 0);

interface RuleObject {
  coreRule: (this: unknown, a?: unknown, b?: unknown) => unknown;
}
type Action = (this: unknown) => unknown;
interface Alternative {
  GATE?: Action;
  ALT: Action;
}
interface Gated {
  GATE?: Action;
  DEF: Action;
}

/** The parts of Chevrotain's parser that its declarations do not show. */
interface Internals {
  tokVector: Token[];
  currIdx: number;
  currRuleShortName: number;
  ruleShortNameIdx: number;
  shortRuleNameToFull: Record<number, string>;
  fullRuleNameToShort: Record<string, number>;
  lookAheadFuncsCache: Map<number, LookAhead>;
  selfAnalysisDone: boolean;
  reset(): void;
}

// Chevrotain's key of a look-ahead function: rule | kind of DSL method | occurrence (grammar/keys.ts).
const OR_KEY = 1 << 8;
const OPTION_KEY = 2 << 8;
const MANY_KEY = 3 << 8;
const RULE_SHIFT = 12;

/** Base of the grammar classes. */
export abstract class LeanParser extends EmbeddedActionsParser {
  /** What each choice is made by. */
  decisions!: Decisions;
  declare protected tokVector: Token[];
  declare protected currIdx: number;
  declare protected currRuleShortName: number;

  constructor(config: IParserConfig) {
    super(tokenTypes().filter((type) => type !== undefined) as TokenType[], { ...config, recoveryEnabled: false, nodeLocationTracking: 'none' });
  }

  /** To be called when all rules are defined: takes the decisions, or has Chevrotain find them. */
  protected decideBy(decisions: Decisions | undefined): void {
    if (decisions === undefined) {
      this.performSelfAnalysis();
      this.decisions = decisionsOf((this as unknown as Internals).lookAheadFuncsCache);
      return;
    }
    this.decisions = decisions;
    (this as unknown as Internals).selfAnalysisDone = true;
    // V8 keeps an object with hundreds of fields as a dictionary until it is some object's prototype.
    void (Object.create(this) as Internals).currIdx;
  }

  /** Starts over on new tokens, which must end in EOF. */
  protected begin(tokens: Token[]): void {
    (this as unknown as Internals).reset();
    this.tokVector = tokens;
    this.currIdx = -1;
  }

  /** The next token. */
  protected next(): Token {
    return this.tokVector[this.currIdx + 1] ?? NOTHING;
  }

  /** The kind of the token `n` places ahead (1 is the next). */
  protected kind(n = 1): T {
    const token = this.tokVector[this.currIdx + n];
    return token === undefined ? T.EOF : token.tokenTypeIdx;
  }

  /** The token consumed last. */
  protected last(): Token {
    return this.tokVector[this.currIdx] ?? NOTHING;
  }

  /** The text is wrong: stop. While the grammar is recorded nothing is wrong. */
  protected failed(): void {
    if (!this.RECORDING_PHASE) throw PARSE_FAILED;
  }

  private choice(key: number, occurrence: number): Choice {
    return this.decisions.get(this.currRuleShortName | key | occurrence)![this.kind()];
  }

  // What follows replaces Chevrotain's methods of the same name.

  protected defineRule(name: string, impl: (a?: unknown, b?: unknown) => unknown): unknown {
    const internals = this as unknown as Internals;
    const shortName = internals.ruleShortNameIdx++ << RULE_SHIFT;
    internals.shortRuleNameToFull[shortName] = name;
    internals.fullRuleNameToShort[name] = shortName;
    const rule = function (this: LeanParser, a?: unknown, b?: unknown): unknown {
      const caller = this.currRuleShortName;
      this.currRuleShortName = shortName;
      const result = impl.call(this, a, b);
      this.currRuleShortName = caller;
      return result;
    };
    return Object.assign(rule, { ruleName: name, originalGrammarAction: impl, coreRule: rule });
  }

  protected subruleInternal(rule: RuleObject, _idx: number, options?: { ARGS?: unknown[] }): unknown {
    if (options === undefined) return rule.coreRule.call(this);
    return rule.coreRule.call(this, options.ARGS![0], options.ARGS![1]);
  }

  protected consumeInternal(type: TokenType, _idx: number): Token {
    const token = this.tokVector[this.currIdx + 1]!;
    if (token.tokenTypeIdx !== type.tokenTypeIdx) throw PARSE_FAILED;
    this.currIdx++;
    return token;
  }

  protected orInternal(alternatives: Alternative[] | { DEF: Alternative[] }, occurrence: number): unknown {
    const list = Array.isArray(alternatives) ? alternatives : alternatives.DEF;
    let choice = this.choice(OR_KEY, occurrence);
    if (typeof choice === 'object') choice = choice.find((k) => list[k]!.GATE === undefined || list[k]!.GATE.call(this) !== false);
    if (choice === undefined) throw PARSE_FAILED;
    return list[choice as number]!.ALT.call(this);
  }

  protected optionInternal(action: Action | Gated, occurrence: number): unknown {
    if (this.choice(OPTION_KEY, occurrence) === undefined) return undefined;
    if (typeof action === 'function') return action.call(this);
    return action.GATE === undefined || action.GATE.call(this) === true ? action.DEF.call(this) : undefined;
  }

  protected manyInternal(occurrence: number, action: Action | Gated): void {
    const row = this.decisions.get(this.currRuleShortName | MANY_KEY | occurrence)!;
    if (typeof action === 'function') {
      while (row[this.kind()] !== undefined) action.call(this);
      return;
    }
    const { GATE, DEF } = action;
    while (row[this.kind()] !== undefined && (GATE === undefined || GATE.call(this) === true)) DEF.call(this);
  }

  protected atLeastOneInternal(): never {
    throw new Error('AT_LEAST_ONE is not part of this engine');
  }
}
