#include "core/guide/readycommands.h"

using namespace Qt::StringLiterals;

namespace faultline::guide {

namespace {

using model::Kind;
using Effect = ReadyCommand::Effect;
using base::LocalizedText;

/// Gathers the commands of one object; gaps are filled from what the cluster knows of it.
class Commands
{
public:
    Commands(const model::Cluster &cluster, const model::ObjectRef &object, const CommandContext &context)
        : m_cluster(cluster), m_object(object), m_context(context)
    {
        m_facts[u"name"_s] = object.name;
        m_facts[u"kind"_s] = model::kindName(object.kind).toLower();
        m_facts[u"kindName"_s] = model::kindName(object.kind);
        if (!object.nameSpace.isEmpty())
            m_facts[u"namespace"_s] = object.nameSpace;
    }

    std::vector<ReadyCommand> take() { return std::move(m_commands); }

    void addPod(const QString &container);
    void addService();
    void addWorkload();
    void addNode();
    void addIngress();
    void addGeneral();

private:
    void add(const LocalizedText &what, const QString &command, const LocalizedText &note = {},
             Effect effect = Effect::Looks)
    {
        m_commands.push_back({what, fillCommand(command, m_facts, m_context), note, effect});
    }

    void fact(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_facts[name] = value;
    }

    const model::Cluster &m_cluster;
    model::ObjectRef m_object;
    CommandContext m_context;
    checks::Facts m_facts;
    std::vector<ReadyCommand> m_commands;
};

QString firstPort(const model::PodSpec &spec)
{
    for (const model::Container &container : spec.containers) {
        for (const model::ContainerPort &port : container.ports) {
            if (port.protocol != "UDP"_L1)
                return QString::number(port.containerPort);
        }
    }
    return {};
}

QString selectorOf(const model::Labels &labels)
{
    QStringList pairs;
    for (const auto &[key, value] : labels)
        pairs.append(key + u'=' + value);
    return pairs.join(u',');
}

void Commands::addPod(const QString &container)
{
    const model::Pod *pod = m_cluster.pod(m_object.nameSpace, m_object.name);
    fact(u"container"_s, container);
    fact(u"port"_s, pod ? firstPort(*pod->spec) : QString());
    add({u"What the container writes"_s, u"容器写了什么"_s},
        u"kubectl logs {name} -n {namespace}[[ -c {container}]]"_s);
    add({u"What the run before wrote, which has ended"_s, u"上一次（已结束的）运行写了什么"_s},
        u"kubectl logs {name} -n {namespace}[[ -c {container}]] --previous"_s);
    add({u"State, reasons and events"_s, u"状态、原因和事件"_s}, u"kubectl describe pod {name} -n {namespace}"_s);
    add({u"The Pod as the cluster has it"_s, u"集群中保存的 Pod"_s},
        u"kubectl get pod {name} -n {namespace} -o yaml"_s);
    add({u"A shell in the container"_s, u"进入容器的 shell"_s},
        u"kubectl exec -it {name} -n {namespace}[[ -c {container}]] -- sh"_s,
        {u"Works while the container runs and its image has a shell."_s, u"容器正在运行、且镜像里有 shell 时可用。"_s},
        Effect::Enters);
    add({u"A shell beside it, when the image has none"_s, u"镜像里没有 shell 时，在旁边开一个"_s},
        u"kubectl debug -it {name} -n {namespace} --image=busybox:1.36[[ --target={container}]] -- sh"_s,
        {u"Adds a container to the Pod that stays until the Pod goes."_s, u"会给 Pod 加一个容器，直到 Pod 消失。"_s},
        Effect::Changes);
    add({u"The Pod's port on this computer: past Service and Ingress"_s,
         u"把 Pod 的端口接到本机：绕过 Service 和 Ingress"_s},
        u"kubectl port-forward pod/{name} -n {namespace} 3000:{port}"_s,
        {u"Then ask http://localhost:3000/ in a second window."_s, u"然后在另一个窗口访问 http://localhost:3000/。"_s},
        Effect::Enters);
}

void Commands::addService()
{
    const model::Service *service = m_cluster.service(m_object.nameSpace, m_object.name);
    fact(u"port"_s, service && !service->ports.empty() ? QString::number(service->ports.front().port) : QString());
    fact(u"selector"_s, service ? selectorOf(service->selector) : QString());
    add({u"Which addresses stand behind it"_s, u"它后面有哪些地址"_s},
        u"kubectl get endpointslices -n {namespace} -l kubernetes.io/service-name={name}"_s);
    if (service && service->choosesPods()) {
        add({u"Which Pods its selector finds"_s, u"selector 选中了哪些 Pod"_s},
            u"kubectl get pods -n {namespace} -l {selector} --show-labels"_s);
    }
    add({u"Its port on this computer: past the Ingress"_s, u"把它的端口接到本机：绕过 Ingress"_s},
        u"kubectl port-forward service/{name} -n {namespace} 3000:{port}"_s,
        {u"kubectl picks one Pod behind the Service: this tries Pod and ports, not the Service's own address."_s,
         u"kubectl 会选 Service 后面的一个 Pod：这样测试的是 Pod 和端口，不是 Service 自己的地址。"_s},
        Effect::Enters);
    addGeneral();
}

void Commands::addIngress()
{
    addGeneral();
    add({u"Which classes there are, and who serves them"_s, u"有哪些 IngressClass，由谁实现"_s},
        u"kubectl get ingressclass"_s);
    add({u"The ingress controllers' Pods"_s, u"Ingress 控制器的 Pod"_s},
        u"kubectl get pods -A -l app.kubernetes.io/component=controller"_s,
        {u"Controllers carry other labels where somebody chose them."_s, u"控制器的标签可能因安装方式而不同。"_s});
}

void Commands::addWorkload()
{
    const model::Workload *workload = m_cluster.workload(m_object);
    fact(u"selector"_s, workload ? selectorOf(workload->selector.matchLabels) : QString());
    const bool rolls =
        m_object.kind == Kind::Deployment || m_object.kind == Kind::StatefulSet || m_object.kind == Kind::DaemonSet;
    if (rolls) {
        add({u"How the rollout goes"_s, u"发布进行得怎样"_s},
            u"kubectl rollout status {kind}/{name} -n {namespace} --timeout=30s"_s);
        add({u"Its revisions"_s, u"历史版本"_s}, u"kubectl rollout history {kind}/{name} -n {namespace}"_s);
    }
    if (workload && !workload->selector.matchLabels.isEmpty()) {
        add({u"Its Pods, and on which nodes"_s, u"它的 Pod 以及所在节点"_s},
            u"kubectl get pods -n {namespace} -l {selector} -o wide"_s);
    }
    addGeneral();
    if (rolls) {
        add({u"Back to the revision before"_s, u"回退到上一个版本"_s},
            u"kubectl rollout undo {kind}/{name} -n {namespace}"_s, {}, Effect::Changes);
        add({u"New Pods, the same template"_s, u"用同样的模板重建 Pod"_s},
            u"kubectl rollout restart {kind}/{name} -n {namespace}"_s, {}, Effect::Changes);
    }
    if (m_object.kind == Kind::CronJob) {
        add({u"A run now"_s, u"立即运行一次"_s},
            u"kubectl create job {name}-by-hand --from=cronjob/{name} -n {namespace}"_s, {}, Effect::Changes);
    }
}

void Commands::addNode()
{
    add({u"The Pods on it"_s, u"它上面的 Pod"_s},
        u"kubectl get pods -A -o wide --field-selector spec.nodeName={name}"_s);
    addGeneral();
    add({u"What it uses (needs metrics-server)"_s, u"资源用量（需要 metrics-server）"_s}, u"kubectl top node {name}"_s);
}

void Commands::addGeneral()
{
    add({u"State, fields and events"_s, u"状态、字段和事件"_s}, u"kubectl describe {kind} {name}[[ -n {namespace}]]"_s);
    add({u"The object as the cluster has it"_s, u"集群中保存的对象"_s},
        u"kubectl get {kind} {name}[[ -n {namespace}]] -o yaml"_s);
    add({u"Events about it, the newest last"_s, u"有关它的事件，最新的在最后"_s},
        u"kubectl get events[[ -n {namespace}]] --field-selector "
        u"involvedObject.kind={kindName},involvedObject.name={name} --sort-by=.lastTimestamp"_s);
}

} // namespace

std::vector<ReadyCommand> readyCommands(const model::Cluster &cluster, const model::ObjectRef &object,
                                        const QString &container, const CommandContext &context)
{
    if (object.isNull())
        return {};
    Commands commands(cluster, object, context);
    if (object.kind == Kind::Pod) {
        commands.addPod(container);
    } else if (object.kind == Kind::Service) {
        commands.addService();
    } else if (object.kind == Kind::Ingress) {
        commands.addIngress();
    } else if (object.kind == Kind::Node) {
        commands.addNode();
    } else if (object.kind >= Kind::ReplicaSet && object.kind <= Kind::ReplicationController) {
        commands.addWorkload();
    } else {
        commands.addGeneral();
    }
    return commands.take();
}

QStringList containersOf(const model::Cluster &cluster, const model::ObjectRef &object)
{
    const model::Pod *pod = object.kind == Kind::Pod ? cluster.pod(object.nameSpace, object.name) : nullptr;
    if (pod == nullptr)
        return {};
    QStringList names;
    for (const auto *list : {&pod->spec->containers, &pod->spec->initContainers}) {
        for (const model::Container &container : *list)
            names.append(container.name);
    }
    const QString usual = pod->meta.annotations.value(u"kubectl.kubernetes.io/default-container");
    if (const qsizetype place = names.indexOf(usual); place > 0)
        names.move(place, 0);
    return names;
}

QString undoCommand(const model::ObjectRef &workload, int revision, const CommandContext &context)
{
    const checks::Facts facts{{u"kind"_s, model::kindName(workload.kind).toLower()},
                              {u"name"_s, workload.name},
                              {u"namespace"_s, workload.nameSpace},
                              {u"revision"_s, QString::number(revision)}};
    return fillCommand(u"kubectl rollout undo {kind}/{name} -n {namespace} --to-revision={revision}"_s, facts, context);
}

} // namespace faultline::guide
