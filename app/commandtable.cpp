#include "app/commandtable.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace faultline::app {

namespace {

CommandInfo diagnoseCommand()
{
    return {
        u"diagnose"_s,
        {u"diagnose [KIND/NAME...] [OPTIONS]"_s, u"diagnose KIND[,KIND...] [NAME...] [OPTIONS]"_s},
        u"Walk the guide and print what is broken, why, and what to do."_s,
        u"Without a name everything in the namespace is judged: workloads, and the Services and Ingresses that "
        "belong to none. A name alone is a Deployment's. KIND is what kubectl takes: deploy, sts, svc, ing, node ..."
        "\nIt only reads. Names, messages and logs are masked; what Secrets hold is never read."_s,
        {{u"diagnose deployment/orders -n shop"_s, u"one application"_s},
         {u"diagnose -f k8s/ -o sarif"_s, u"for code scanning"_s},
         {u"diagnose -A -l team=web -o junit --wait 5m"_s, u"in CI, after a rollout"_s},
         {u"diagnose -f dump.yaml -q && echo fine"_s, u"the exit code alone"_s}},
        {{u"0"_s, u"nothing broken; with --wait: healthy"_s},
         {u"1"_s, u"a fault, or an open question"_s},
         {u"2"_s, u"nothing could be judged, or the call failed"_s},
         {u"3"_s, u"with --wait: time is up, and something still waits"_s},
         {u"130"_s, u"with --wait: interrupted; the last picture was printed"_s}}};
}

CommandInfo compareCommand()
{
    return {u"compare"_s,
            {u"compare OLD NEW [OPTIONS]"_s},
            u"Tell what has changed between two snapshots, dumps or folders."_s,
            u"OLD and NEW are what diagnose takes with -f. It names the findings that came and went, whose health "
            "is another, and the objects that came, went or changed, with the fields that differ. Of Secrets, "
            "ConfigMaps and environment variables no value is shown, nor compared."_s,
            {{u"compare before.tar.gz after.tar.gz"_s, u"two snapshots"_s},
             {u"compare main/k8s branch/k8s -o md"_s, u"for a review"_s}},
            {{u"0"_s, u"no new fault"_s}, {u"1"_s, u"a new fault"_s}, {u"2"_s, u"the call failed"_s}}};
}

std::vector<CommandInfo> otherCommands()
{
    return {
        {u"snapshot"_s,
         {u"snapshot [OPTIONS] -o FILE"_s},
         u"Write what can be read into one file without secrets, for a colleague."_s,
         u"A gzipped tar that -f, compare and the window open; readable for its owner alone."_s,
         {{u"snapshot -n shop -o shop.tar.gz"_s, u"one namespace"_s}},
         {{u"0"_s, u"written"_s}, {u"2"_s, u"not written"_s}}},
        {u"guide"_s,
         {u"guide lint [FILE...]"_s, u"guide list [OPTIONS]"_s, u"guide reference [OPTIONS]"_s},
         u"Look for mistakes in a team's guide files; list or describe every node."_s,
         u"lint without FILE looks into your own folder. list tells of each node its check, where it leads, and the "
         "rights it needs; reference tells all of each node as a Markdown page. docs/guide-authoring.md tells how guide files are written."_s,
         {{u"guide lint ours.yaml"_s, u"with line and column"_s}},
         {{u"0"_s, u"in order"_s},
          {u"1"_s, u"something is wrong with a guide file"_s},
          {u"2"_s, u"the call itself is off"_s}}},
        {u"completion"_s,
         {u"completion bash|zsh|fish"_s},
         u"Print a script that completes commands, options and names in that shell."_s,
         u"Contexts and namespaces come from the kubeconfig alone: completing contacts no cluster."_s,
         {{u"completion bash > ~/.faultline.bash"_s, u"source it in ~/.bashrc"_s}},
         {{u"0"_s, u"printed"_s}, {u"2"_s, u"no such shell"_s}}},
        {u"window"_s,
         {u"[window] [OPTIONS]"_s},
         u"Open the window."_s,
         u"What it shows is told in docs/window.md."_s,
         {{u"--context prod -n shop"_s, u"a namespace of a cluster"_s}},
         {}},
    };
}

} // namespace

const std::vector<CommandInfo> &allCommands()
{
    static const std::vector<CommandInfo> table = [] {
        std::vector<CommandInfo> all{diagnoseCommand(), compareCommand()};
        for (CommandInfo &command : otherCommands())
            all.push_back(std::move(command));
        return all;
    }();
    return table;
}

const CommandInfo *findCommand(QStringView word)
{
    const auto &all = allCommands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const CommandInfo &each) { return each.word == word; });
    return found == all.end() ? nullptr : &*found;
}

bool isKubectlPlugin(const QString &program)
{
    return QFileInfo(program).fileName().startsWith("kubectl-faultline"_L1);
}

bool isKubectlPlugin() { return isKubectlPlugin(QCoreApplication::arguments().value(0)); }

QString programName() { return isKubectlPlugin() ? u"kubectl faultline"_s : u"faultline"_s; }

} // namespace faultline::app
