/** Defines every builtin type, in an order in which a base stands before its subclasses. */
import './object-type.js';
import './type-type.js';
import './singleton-types.js';
import './function-type.js';
import './descriptor-types.js';
import './frame-type.js';
import './code-type.js';
import './generator-type.js';
import './int-type.js';
import './bool-type.js';
import './float-type.js';
import './complex-type.js';
import './str-type.js';
import './bytes-type.js';
import './memoryview-type.js';
import './list-type.js';
import './dict-type.js';
import './set-type.js';
import './range-type.js';
import './iterator-types.js';
import './exception-type.js';
import './hash.js';
import './generic-alias.js';
import './union-type.js';
import './namespace.js';
import { finishBoot } from './define.js';

finishBoot();
