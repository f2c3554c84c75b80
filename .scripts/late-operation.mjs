// Bundled into the program: operations of which only the names are known until somebody asks for more.

const parts = ['summary', 'parameters', 'oneOf', 'asks', 'candidates', 'isUseful', 'check', 'unchecked', 'apply'];

/** `known` is a list such as `ec2 CreateRoute edit,ec2 DeleteRoute edit`; `load` gives the definitions by name. */
export function lateOperations(known, load) {
  return known.split(',').map((words) => {
    const [service, name, effect] = words.split(' ');
    return new LateOperation({ service, name, effect }, load);
  });
}

class LateOperation {
  #load;
  constructor(known, load) {
    Object.assign(this, known);
    this.#load = load;
  }
  settle() {
    const definition = this.#load()[this.name];
    for (const part of parts) Object.defineProperty(this, part, { value: definition[part], enumerable: true });
  }
}

for (const part of parts) {
  const get = function () {
    this.settle();
    return this[part];
  };
  Object.defineProperty(LateOperation.prototype, part, { get });
}
