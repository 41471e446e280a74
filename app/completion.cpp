#include "app/completion.h"

#include "app/commandtable.h"
#include "core/kube/kubeconfig.h"
#include "core/model/kind.h"
#include "core/source/filesource.h"

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

/// The kinds that can be judged on their own.
QStringList judgedKinds()
{
    using Kind = model::Kind;
    QStringList words;
    for (const Kind kind :
         {Kind::Deployment, Kind::StatefulSet, Kind::DaemonSet, Kind::ReplicaSet, Kind::Job, Kind::CronJob, Kind::Pod,
          Kind::Service, Kind::Ingress, Kind::HTTPRoute, Kind::GRPCRoute, Kind::TLSRoute, Kind::TCPRoute, Kind::Node,
          Kind::PersistentVolumeClaim, Kind::HorizontalPodAutoscaler, Kind::PodDisruptionBudget})
        words += model::kindName(kind).toLower();
    return words;
}

/// "out" of "--output=json" or "-o"; the table's entry, or nullptr.
const OptionInfo *optionNamed(const QString &command, const QString &word)
{
    if (!word.startsWith(u'-'))
        return nullptr;
    const QString name = word.mid(word.startsWith("--"_L1) ? 2 : 1).section(u'=', 0, 0);
    for (const OptionInfo *option : optionsOf(command)) {
        if (option->names.contains(name))
            return option;
    }
    return nullptr;
}

/// The value that was given to an option, in either form; empty without one.
QString valueIn(const QStringList &words, const QString &option)
{
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == option)
            return words[i + 1];
        if (words[i].startsWith(option + u'='))
            return words[i].mid(option.size() + 1);
    }
    return {};
}

QStringList fromKubeconfig(const QStringList &words, const QString &what)
{
    const QString given = valueIn(words, u"--kubeconfig"_s);
    const auto config = kube::Kubeconfig::load(
        given.isEmpty() ? kube::Kubeconfig::defaultPaths(QProcessEnvironment::systemEnvironment())
                        : QStringList{given});
    QStringList found;
    if (!config)
        return found;
    for (const kube::ContextInfo &context : config->contexts())
        found += what == "@context"_L1 ? context.name : context.nameSpace;
    found.removeAll(QString());
    found.removeDuplicates();
    return found;
}

Completions valuesOf(const OptionInfo &option, const QStringList &words)
{
    const QString what = option.values.value(0);
    if (what == "@file"_L1)
        return {{}, true};
    if (what == "@context"_L1 || what == "@namespace"_L1)
        return {fromKubeconfig(words, what), false};
    if (what != "@sample"_L1)
        return {option.values, false};
    Completions samples;
    for (const source::Sample &sample : source::samples())
        samples.lines += sample.id + u'\t' + sample.symptom.in(base::Language::English);
    return samples;
}

QString withText(const QString &word, const QString &text) { return word + u'\t' + text.section(u". "_s, 0, 0); }

Completions commandWords()
{
    Completions words;
    for (const CommandInfo &command : allCommands())
        words.lines += withText(command.word, command.summary);
    words.lines += {u"help\tthe help of a command"_s, u"version\tthe version"_s};
    return words;
}

Completions optionWords(const QString &command)
{
    Completions words;
    for (const OptionInfo *option : optionsOf(command)) {
        for (const QString &name : option->names)
            words.lines += withText((name.size() == 1 ? u"-"_s : u"--"_s) + name, option->text);
    }
    return words;
}

/// What is no option: names, kinds, files.
Completions argumentsOf(const QString &command, qsizetype place)
{
    if (command == "diagnose"_L1)
        return {judgedKinds(), false};
    if (command == "compare"_L1)
        return {{}, true};
    if (command == "guide"_L1)
        return place == 1 ? Completions{{u"lint"_s, u"list"_s, u"reference"_s}, false} : Completions{{}, true};
    if (command == "completion"_L1)
        return {{u"bash"_s, u"zsh"_s, u"fish"_s}, false};
    return {};
}

Completions candidates(const QString &command, const QStringList &words)
{
    const QString &typed = words.last();
    const qsizetype sign = typed.indexOf(u'=');
    if (typed.startsWith("--"_L1) && sign > 0) {
        const OptionInfo *option = optionNamed(command, typed);
        Completions values = option == nullptr ? Completions() : valuesOf(*option, words);
        for (QString &line : values.lines)
            line.prepend(typed.left(sign + 1));
        return values;
    }
    const OptionInfo *before = words.size() > 1 ? optionNamed(command, words[words.size() - 2]) : nullptr;
    if (before != nullptr && !before->value.isEmpty() && !words[words.size() - 2].contains(u'='))
        return valuesOf(*before, words);
    return typed.startsWith(u'-') ? optionWords(command) : argumentsOf(command, words.size() - 1);
}

} // namespace

Completions completionsFor(const QStringList &words)
{
    Completions found;
    const QString first = words.value(0);
    const bool isCommand = words.size() > 1 && findCommand(first) != nullptr;
    if (words.isEmpty() || (words.size() == 1 && !first.startsWith(u'-')) ||
        (words.size() == 2 && first == "help"_L1)) {
        found = commandWords();
    } else {
        found = candidates(isCommand ? first : (isKubectlPlugin() ? u"diagnose"_s : u"window"_s), words);
    }
    const QString typed = words.isEmpty() ? QString() : words.last();
    found.lines.removeIf([&](const QString &line) { return !line.startsWith(typed); });
    return found;
}

QString completionOutput(const QStringList &words)
{
    const Completions found = completionsFor(words);
    QString text;
    for (const QString &line : found.lines)
        text += line + u'\n';
    return text + (found.wantsFile ? u":0\n"_s : u":4\n"_s);
}

} // namespace faultline::app
