// What a language file has of tasks and executors.

/** A parameter's texts. */
export interface ParameterWords {
  label?: string;
  otherwise?: string;
  choices?: { [value: string]: string };
}

/** Texts in the order of those that they replace have `{name}` for a parameter's value and `{name|one|many}` for it with a noun. */
export interface TaskWords {
  label?: string;
  work?: string[];
  more?: string;
  /** An input's name, with `{}` for its number. */
  name?: string;
  /** With `{}` for the number. */
  total?: string;
  /** What the article measured. */
  article?: string;
  ceiling?: string;
  parameters?: { [name: string]: ParameterWords };
  about?: string[];
  rescue?: { problem: string; offer: string };
}

export interface ExecutorWords {
  label?: string;
  about?: string;
  parameters?: { [name: string]: ParameterWords };
}

/** What is missing is said in English. */
export interface CatalogueWords {
  tasks?: { [name: string]: TaskWords };
  executors?: { [name: string]: ExecutorWords };
}
