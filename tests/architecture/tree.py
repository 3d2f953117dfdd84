"""What the rules read: the files of the tree, C++ without its comments, and the libraries as the CMake files make them."""

import os
import re

PRODUCT = ("app", "models", "net", "server", "tools", "ui")
NOT_OURS = {"build", "out", "__pycache__"}

# In this order: what begins first hides the others.
TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      |(?P<raw>R"(?P<mark>[^\s()\\]{0,16})\((?P<rawtext>.*?)\)(?P=mark)")
      |(?P<string>"(?:[^"\\\n]|\\.)*")
      |(?P<char>(?<![0-9A-Za-z_])'(?:[^'\\\n]|\\.)+')""",
    re.DOTALL | re.VERBOSE,
)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)


class Source:
    """One file. `code` has comments and the contents of literals blanked, `strings` are (offset, text): all with the
    places of the file itself."""

    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.code = text
        self.strings = []
        if self.is_cpp():
            self.code = TOKEN.sub(self._take, text)

    def is_cpp(self):
        return self.path.endswith((".cpp", ".h"))

    def _take(self, match):
        if match["comment"] is not None:
            return re.sub(r"[^\n]", " ", match[0])
        if match["char"] is not None:
            return "' '" + " " * (len(match[0]) - 3)
        content = match["rawtext"] if match["raw"] is not None else match[0][1:-1]
        self.strings.append((match.start(), content))
        return '"' + re.sub(r"[^\n]", " ", match[0][1:-1]) + '"'

    def line(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def includes(self):
        """(line, header, whether it is one of ours)"""
        return [(self.line(m.start()), m[2], m[1] == '"') for m in INCLUDE.finditer(self.text)]

    def find(self, pattern):
        return [(self.line(m.start()), m[0]) for m in re.finditer(pattern, self.code)]


def read_tree(root):
    """Every text file of the tree but what is built."""
    sources = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in NOT_OURS and (not f.startswith(".") or f == ".ci"))
        for name in sorted(names):
            path = os.path.join(folder, name)
            try:
                with open(path, encoding="utf-8") as file:
                    sources.append(Source(os.path.relpath(path, root), file.read()))
            except UnicodeDecodeError:
                pass  # a picture
    return sources


class Library:
    def __init__(self, name, folder):
        self.name = name
        self.folder = folder
        self.sources = []
        self.links = []
        self.private = []


CALL = re.compile(r"foredeck_(library|program)\(\s*([\w-]+)([^)]*)\)")
INCLUDE_DIRECTORIES = re.compile(r"target_include_directories\(\s*([\w-]+)\s[^)$]*\$\{(\w+)_INCLUDE_DIRS\}")


def read_libraries(sources):
    """What each foredeck_library() and foredeck_program() compiles and links."""
    libraries = {}
    for source in sources:
        top, _, name = source.path.rpartition("/")
        if name != "CMakeLists.txt" and not name.endswith(".cmake"):
            continue
        if not top or top.split("/")[0] not in PRODUCT:
            continue
        text = re.sub(r"#.*", "", source.text)
        for call in CALL.finditer(text):
            library = libraries[call[2]] = Library(call[2], top)
            lists = {"SOURCES": library.sources, "LINKS": library.links, "PRIVATE_LINKS": library.private}
            into = []
            for word in call[3].split():
                if word in lists:
                    into = lists[word]
                elif word not in ("QT", "TOGETHER"):
                    into.append(word)
            library.sources[:] = [os.path.normpath(os.path.join(top, file)) for file in library.sources]
        # A library that is nothing but headers is not linked; its folder is named.
        for found in INCLUDE_DIRECTORIES.finditer(text):
            libraries[found[1]].private.append("${%s_INCLUDE_DIRS}" % found[2])
    return libraries
