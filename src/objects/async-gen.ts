/** Parts of async generators the run loop makes itself; the awaitables around them: async-gen-type.ts. */
import { PyObject, T, type PyValue } from './object.js';

/** What `yield` in an async generator hands out, to be told from what `await` inside it hands out. */
export class AsyncGenWrapped extends PyObject {
  constructor(readonly v: PyValue) {
    super();
    this.cls = T.async_generator_wrapped_value!;
  }
}

/** An awaitable and iterator that ends at once with a value. */
export class Ready extends PyObject {
  constructor(readonly v: PyValue) {
    super();
    this.cls = T.ready!;
  }
}
