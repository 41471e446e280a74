#pragma once

#include <QtCore/QCommandLineParser>

#include <vector>

namespace faultline::app {

/// One option, told once: parsers, --help and the shells' completion are made from it.
struct OptionInfo {
    QStringList names;       ///< without dashes, the short one first
    QString value;           ///< what stands for its value in --help; empty for a switch
    QString group;           ///< heading that it stands under
    QString text;            ///< what it does, in one sentence or two
    QStringList commands;    ///< that take it
    QStringList values = {}; ///< where they are a closed set; "@context" and the like (completion.h) where they are not
};

struct Example {
    QString command; ///< without the program's name
    QString text;
};

/// One command. The window, which opens when no command is named, has the word "window".
struct CommandInfo {
    QString word;
    QStringList usage; ///< what follows the program's name, one form a line
    QString summary;   ///< in one line
    QString about;     ///< further sentences; paragraphs are lines
    std::vector<Example> examples;
    std::vector<std::pair<QString, QString>> exitCodes; ///< number, meaning
};

const std::vector<OptionInfo> &allOptions();
const std::vector<CommandInfo> &allCommands();

/// Nullptr for a word that is no command.
const CommandInfo *findCommand(QStringView word);

/// In the order of --help.
std::vector<const OptionInfo *> optionsOf(const QString &command);

/// Makes a parser know the options of a command.
void addOptionsOf(const QString &command, QCommandLineParser &parser);

/// What the program is called by whoever started it: "faultline", or "kubectl faultline" as a plugin of kubectl, which
/// starts the file kubectl-faultline.
QString programName();
bool isKubectlPlugin();
bool isKubectlPlugin(const QString &program); ///< by argv[0]

/// --help of one command, at most 80 columns wide.
QString helpOf(const CommandInfo &command);

/// What follows a complaint about a wrong call: how the command is used.
QString usageOf(const CommandInfo &command);

/// --help without a command.
QString helpText();

} // namespace faultline::app
