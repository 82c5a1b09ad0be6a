/** Given to V8 by every program in which the solver may run in several threads at once: with it V8 compiles no bridges from WebAssembly to JavaScript, which threads share and V8 13.6 (Node 24) may free twice, ending the process (decision 0105). */
export const THREAD_FLAG = '--wasm-wrapper-tiering-budget=1000000000'
