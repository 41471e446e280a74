#pragma once

#include <QtCore/QStringList>

#include <optional>

namespace faultline::app {

/// What may follow on the command line.
struct Completions {
    QStringList lines;      ///< a word, or a word, a tab and what it means
    bool wantsFile = false; ///< a file may follow, too: the shell knows them better
};

/// For the words behind the program's name, of which the last is being typed (it may be empty). Contexts and namespaces
/// are those that the kubeconfig names: no cluster is contacted.
Completions completionsFor(const QStringList &words);

/// The same as cobra's __complete prints it, which kubectl reads from its plugins: the lines, then ":4" (no files) or
/// ":0".
QString completionOutput(const QStringList &words);

/// The script that makes a shell ask; none for a shell other than bash, zsh and fish.
std::optional<QString> completionScript(const QString &shell);

} // namespace faultline::app
