#include "core/base/quantity.h"
#include "core/describe/describe.h"
#include "core/describe/sections.h"

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

/// Writes one container, its fields in kubectl's order (describeContainers).
class ContainerWriter
{
public:
    ContainerWriter(Page &page, int extra, QJsonObject container, QJsonObject status, QJsonObject pod)
        : m_page(page),
          m_extra(extra),
          m_container(std::move(container)),
          m_status(std::move(status)),
          m_pod(std::move(pod))
    {
    }

    void write()
    {
        m_page.text(1 + m_extra, textAt(m_container, u"name"_s) + u':');
        writeBasics();
        writeList(u"Command"_s, u"command"_s);
        writeList(u"Args"_s, u"args"_s);
        if (!m_status.isEmpty())
            writeStatus();
        writeResources(u"Limits"_s, u"resources.limits"_s);
        writeResources(u"Requests"_s, u"resources.requests"_s);
        for (const auto &[name, field] : {std::pair{u"Liveness"_s, u"livenessProbe"_s},
                                          {u"Readiness"_s, u"readinessProbe"_s},
                                          {u"Startup"_s, u"startupProbe"_s}})
            m_page.lineIf(level(), name, probeText(m_container.value(field).toObject()));
        writeEnvironmentFrom();
        writeEnvironment();
        writeMounts();
    }

private:
    int level() const { return 2 + m_extra; }

    void writeBasics()
    {
        if (!m_status.isEmpty())
            m_page.line(level(), u"Container ID"_s, textAt(m_status, u"containerID"_s));
        m_page.line(level(), u"Image"_s, textAt(m_container, u"image"_s));
        if (!m_status.isEmpty())
            m_page.line(level(), u"Image ID"_s, textAt(m_status, u"imageID"_s));
        writePorts(u"Port"_s, u"containerPort"_s);
        writePorts(u"Host Port"_s, u"hostPort"_s);
    }

    void writePorts(const QString &name, const QString &field)
    {
        QStringList ports;
        for (const QJsonValue &value : m_container.value("ports"_L1).toArray()) {
            const QJsonObject port = value.toObject();
            const QString protocol = textAt(port, u"protocol"_s);
            const QString number = textAt(port, field);
            ports.append((number.isEmpty() ? u"0"_s : number) + u'/' + (protocol.isEmpty() ? u"TCP"_s : protocol));
        }
        m_page.line(level(), ports.size() > 1 ? name + u's' : name, orNone(ports.join(u", "_s)));
    }

    void writeList(const QString &name, const QString &field)
    {
        const QJsonArray words = m_container.value(field).toArray();
        if (words.isEmpty())
            return;
        m_page.text(level(), name + u':');
        for (const QJsonValue &word : words) {
            for (const QString &line : word.toString().split(u'\n'))
                m_page.text(level() + 1, line);
        }
    }

    void writeStatus()
    {
        writeState(u"State"_s, m_status.value("state"_L1).toObject());
        const QJsonObject last = m_status.value("lastState"_L1).toObject();
        if (last.contains("terminated"_L1))
            writeState(u"Last State"_s, last);
        m_page.line(level(), u"Ready"_s, boolWord(m_status.value("ready"_L1).toBool()));
        m_page.line(level(), u"Restart Count"_s, textOf(m_status.value("restartCount"_L1)));
    }

    void writeState(const QString &name, const QJsonObject &state)
    {
        if (state.contains("running"_L1)) {
            m_page.line(level(), name, u"Running"_s);
            m_page.line(level() + 1, u"Started"_s, dateText(textAt(state, u"running.startedAt"_s)));
        } else if (state.contains("terminated"_L1)) {
            writeTerminated(name, state.value("terminated"_L1).toObject());
        } else {
            m_page.line(level(), name, u"Waiting"_s);
            m_page.lineIf(level() + 1, u"Reason"_s, textAt(state, u"waiting.reason"_s));
        }
    }

    void writeTerminated(const QString &name, const QJsonObject &state)
    {
        m_page.line(level(), name, u"Terminated"_s);
        m_page.lineIf(level() + 1, u"Reason"_s, textAt(state, u"reason"_s));
        m_page.lineIf(level() + 1, u"Message"_s, textAt(state, u"message"_s).trimmed());
        m_page.line(level() + 1, u"Exit Code"_s, textAt(state, u"exitCode"_s));
        const int signal = state.value("signal"_L1).toInt();
        m_page.lineIf(level() + 1, u"Signal"_s, signal > 0 ? QString::number(signal) : QString());
        m_page.line(level() + 1, u"Started"_s, dateText(textAt(state, u"startedAt"_s)));
        m_page.line(level() + 1, u"Finished"_s, dateText(textAt(state, u"finishedAt"_s)));
    }

    void writeResources(const QString &name, const QString &path)
    {
        const QJsonObject resources = at(m_container, path).toObject();
        if (resources.isEmpty())
            return;
        m_page.text(level(), name + u':');
        for (auto it = resources.begin(); it != resources.end(); ++it)
            m_page.line(level() + 1, it.key(), textOf(it.value()));
    }

    /// The handler and its times (DescribeProbe); the API's defaults where a field is absent.
    static QString probeText(const QJsonObject &probe)
    {
        if (probe.isEmpty())
            return {};
        const auto number = [&](QLatin1StringView field, int usual) { return probe.value(field).toInt(usual); };
        const QString times =
            u"delay=%1s timeout=%2s period=%3s #success=%4 #failure=%5"_s.arg(number("initialDelaySeconds"_L1, 0))
                .arg(number("timeoutSeconds"_L1, 1))
                .arg(number("periodSeconds"_L1, 10))
                .arg(number("successThreshold"_L1, 1))
                .arg(number("failureThreshold"_L1, 3));
        return handlerText(probe) + u' ' + times;
    }

    static QString handlerText(const QJsonObject &probe)
    {
        if (probe.contains("exec"_L1))
            return u"exec [%1]"_s.arg(joined(at(probe, u"exec.command"_s), u" "_s));
        if (probe.contains("httpGet"_L1)) {
            const QString scheme = textAt(probe, u"httpGet.scheme"_s).toLower();
            return u"http-get %1://%2:%3%4"_s.arg(scheme.isEmpty() ? u"http"_s : scheme,
                                                  textAt(probe, u"httpGet.host"_s), textAt(probe, u"httpGet.port"_s),
                                                  textAt(probe, u"httpGet.path"_s));
        }
        if (probe.contains("tcpSocket"_L1))
            return u"tcp-socket %1:%2"_s.arg(textAt(probe, u"tcpSocket.host"_s), textAt(probe, u"tcpSocket.port"_s));
        if (probe.contains("grpc"_L1))
            return u"grpc <pod>:%1 %2"_s.arg(textAt(probe, u"grpc.port"_s), textAt(probe, u"grpc.service"_s));
        return u"unknown"_s;
    }

    void writeEnvironmentFrom()
    {
        const QJsonArray sources = m_container.value("envFrom"_L1).toArray();
        if (sources.isEmpty())
            return;
        m_page.text(level(), u"Environment Variables from:"_s);
        for (const QJsonValue &value : sources) {
            const QJsonObject source = value.toObject();
            const bool isSecret = source.contains("secretRef"_L1);
            const QJsonObject reference = source.value(isSecret ? "secretRef"_L1 : "configMapRef"_L1).toObject();
            const QString prefix = textAt(source, u"prefix"_s);
            const QString kind = isSecret ? u"Secret"_s : u"ConfigMap"_s;
            m_page.text(level() + 1, u"%1\t%2%3\tOptional: %4"_s.arg(
                                         textAt(reference, u"name"_s), kind,
                                         prefix.isEmpty() ? QString() : u" with prefix '%1'"_s.arg(prefix),
                                         reference.value("optional"_L1).toBool() ? u"true"_s : u"false"_s));
        }
    }

    void writeEnvironment()
    {
        const QJsonArray variables = m_container.value("env"_L1).toArray();
        m_page.text(level(), variables.isEmpty() ? u"Environment:\t<none>"_s : u"Environment:"_s);
        for (const QJsonValue &value : variables)
            m_page.text(level() + 1, variableText(value.toObject()));
    }

    static QString optionalText(const QJsonObject &reference)
    {
        return u"\tOptional: "_s + (reference.value("optional"_L1).toBool() ? u"true"_s : u"false"_s);
    }

    QString variableText(const QJsonObject &variable) const
    {
        const QString name = textAt(variable, u"name"_s);
        const QJsonObject from = variable.value("valueFrom"_L1).toObject();
        if (const QJsonObject ref = from.value("configMapKeyRef"_L1).toObject(); !ref.isEmpty()) {
            return u"%1:\t<set to the key '%2' of config map '%3'>"_s.arg(name, textAt(ref, u"key"_s),
                                                                          textAt(ref, u"name"_s)) +
                   optionalText(ref);
        }
        if (const QJsonObject ref = from.value("secretKeyRef"_L1).toObject(); !ref.isEmpty()) {
            return u"%1:\t<set to the key '%2' in secret '%3'>"_s.arg(name, textAt(ref, u"key"_s),
                                                                      textAt(ref, u"name"_s)) +
                   optionalText(ref);
        }
        if (const QJsonObject ref = from.value("fieldRef"_L1).toObject(); !ref.isEmpty()) {
            const QString version = textAt(ref, u"apiVersion"_s), path = textAt(ref, u"fieldPath"_s);
            return u"%1:\t%2 (%3:%4)"_s.arg(name, textAt(m_pod, path), version.isEmpty() ? u"v1"_s : version, path);
        }
        if (const QJsonObject ref = from.value("resourceFieldRef"_L1).toObject(); !ref.isEmpty())
            return u"%1:\t%2 (%3)"_s.arg(name, resourceText(ref), textAt(ref, u"resource"_s));
        const QString value = textAt(variable, u"value"_s);
        const bool isHidden = isCredentialName(name) && !value.isEmpty();
        return name + u":\t"_s + (isHidden ? u"<masked>"_s : value);
    }

    /// "limits.memory" of the container in units of the divisor, rounded up; only a Pod has a value for it.
    QString resourceText(const QJsonObject &reference) const
    {
        const QString path = u"resources."_s + textAt(reference, u"resource"_s);
        const auto quantity = base::Quantity::parse(textAt(m_container, path));
        const auto divisor = base::Quantity::parse(textAt(reference, u"divisor"_s));
        if (m_pod.isEmpty() || !quantity)
            return {};
        const qint64 unit = divisor && divisor->milli > 0 ? divisor->milli : 1000;
        return QString::number((quantity->milli + unit - 1) / unit);
    }

    void writeMounts()
    {
        const QJsonArray mounts = m_container.value("volumeMounts"_L1).toArray();
        m_page.text(level(), mounts.isEmpty() ? u"Mounts:\t<none>"_s : u"Mounts:"_s);
        for (const QJsonValue &value : mounts) {
            const QJsonObject mount = value.toObject();
            QStringList flags{mount.value("readOnly"_L1).toBool() ? u"ro"_s : u"rw"_s};
            if (const QString path = textAt(mount, u"subPath"_s); !path.isEmpty())
                flags.append(u"path=\"%1\""_s.arg(path));
            m_page.text(level() + 1, u"%1 from %2 (%3)"_s.arg(textAt(mount, u"mountPath"_s), textAt(mount, u"name"_s),
                                                              flags.join(u',')));
        }
    }

    Page &m_page;
    int m_extra;
    QJsonObject m_container;
    QJsonObject m_status;
    QJsonObject m_pod;
};

QJsonObject statusOf(const QJsonArray &statuses, const QString &name)
{
    for (const QJsonValue &status : statuses) {
        if (textAt(status.toObject(), u"name"_s) == name)
            return status.toObject();
    }
    return {};
}

} // namespace

void writeContainers(Page &page, int extra, const QString &heading, const QJsonArray &containers,
                     const QJsonArray &statuses, const QJsonObject &pod)
{
    if (containers.isEmpty())
        return;
    page.text(extra, heading + u':');
    for (const QJsonValue &value : containers) {
        const QJsonObject container = value.toObject();
        ContainerWriter(page, extra, container, statusOf(statuses, textAt(container, u"name"_s)), pod).write();
    }
}

} // namespace faultline::describe
