#include "app/commandtable.h"

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

constexpr qsizetype kWidth = 80;
constexpr qsizetype kTextColumn = 26;

/// The words in lines of at most kWidth columns, each begun by `indent` spaces.
QString wrapped(const QString &text, qsizetype indent)
{
    QString out, line;
    for (const QString &word : text.split(u' ')) {
        if (!line.isEmpty() && indent + line.size() + 1 + word.size() > kWidth) {
            out += QString(indent, u' ') + line + u'\n';
            line.clear();
        }
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    return out + QString(indent, u' ') + line + u'\n';
}

/// Two columns: `left` from column 2, `text` from `column` on; below it where `left` is too long.
QString row(const QString &left, const QString &text, qsizetype column)
{
    const QString start = u"  "_s + left;
    if (text.isEmpty())
        return start + u'\n';
    if (start.size() + 2 > column)
        return start + u'\n' + wrapped(text, column);
    return start.leftJustified(column) + wrapped(text, column).mid(column);
}

QString namesOf(const OptionInfo &option)
{
    QStringList words;
    for (const QString &name : option.names)
        words += (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    const QString before = option.names.front().size() == 1 ? QString() : u"    "_s;
    return before + words.join(u", "_s) + (option.value.isEmpty() ? QString() : u' ' + option.value);
}

QString optionsText(const QString &command)
{
    QString text, group;
    for (const OptionInfo *option : optionsOf(command)) {
        if (option->group != group)
            text += u"\n"_s + option->group + u":\n"_s;
        group = option->group;
        text += row(namesOf(*option), option->text, kTextColumn);
    }
    return text;
}

QString formsOf(const CommandInfo &command)
{
    QString text;
    for (const QString &usage : command.usage)
        text += u"  "_s + programName() + u' ' + usage + u'\n';
    return text;
}

QString examplesText(const CommandInfo &command)
{
    QString text = command.examples.empty() ? QString() : u"\nExamples:\n"_s;
    for (const Example &example : command.examples)
        text += row(programName() + u' ' + example.command, example.text, 56);
    return text;
}

QString exitCodesText(const CommandInfo &command)
{
    QString text = command.exitCodes.empty() ? QString() : u"\nExit code:\n"_s;
    for (const auto &[number, meaning] : command.exitCodes)
        text += row(number, meaning, 7);
    return text;
}

QString environmentText()
{
    return u"\nEnvironment:\n"_s + row(u"KUBECONFIG"_s, u"kubeconfig files, as kubectl takes them"_s, kTextColumn) +
           row(u"HTTPS_PROXY, NO_PROXY"_s, u"a proxy on the way to the API server"_s, kTextColumn) +
           row(u"NO_COLOR"_s, u"when set: no colours and no links"_s, kTextColumn) +
           row(u"XDG_CONFIG_HOME"_s, u"where faultline/guides is looked for"_s, kTextColumn) +
           row(u"LANG, LC_ALL"_s, u"the language of what is printed"_s, kTextColumn);
}

} // namespace

QString usageOf(const CommandInfo &command)
{
    return u"\nUsage:\n"_s + formsOf(command) + u"\n%1 %2 --help tells more.\n"_s.arg(programName(), command.word);
}

QString helpOf(const CommandInfo &command)
{
    QString text = command.summary + u"\n\nUsage:\n"_s + formsOf(command) + u'\n';
    for (const QString &paragraph : command.about.split(u'\n'))
        text += wrapped(paragraph, 0);
    text += optionsText(command.word) + examplesText(command) + exitCodesText(command);
    return command.word == "diagnose"_L1 ? text + environmentText() : text;
}

QString helpText()
{
    QString text = u"Faultline finds out why a Kubernetes Deployment does not answer.\n\nUsage:\n"_s;
    for (const CommandInfo &command : allCommands())
        text += formsOf(command);
    text += u"\nCommands:\n"_s;
    for (const CommandInfo &command : allCommands())
        text += row(command.word, command.summary, 14);
    text += row(u"help"_s, u"This text, or that of a command: help diagnose."_s, 14) +
            row(u"version"_s, u"The version."_s, 14);
    text += u"\nOptions of the window:\n"_s;
    for (const OptionInfo *option : optionsOf(u"window"_s))
        text += row(namesOf(*option), option->text, kTextColumn);
    const CommandInfo &diagnose = *findCommand(u"diagnose");
    return text + examplesText(diagnose) + environmentText() + u"\n"_s +
           wrapped(programName() + u" COMMAND --help tells the options of a command and what its exit code means; "
                                   "the man page faultline(1) and docs/command-line.md tell the rest."_s,
                   0);
}

} // namespace faultline::app
