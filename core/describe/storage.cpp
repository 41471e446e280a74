#include "core/describe/sections.h"

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

/// "RWO,ROX": kubectl's short forms (storageutil.GetAccessModesAsString).
QString accessModesText(const QJsonValue &modes)
{
    static const std::map<QString, QString> shortForms{{u"ReadWriteOnce"_s, u"RWO"_s},
                                                       {u"ReadOnlyMany"_s, u"ROX"_s},
                                                       {u"ReadWriteMany"_s, u"RWX"_s},
                                                       {u"ReadWriteOncePod"_s, u"RWOP"_s}};
    QStringList texts;
    for (const QJsonValue &mode : modes.toArray()) {
        const auto found = shortForms.find(mode.toString());
        texts.append(found == shortForms.end() ? mode.toString() : found->second);
    }
    return texts.join(u',');
}

QString usersOf(const Subject &subject)
{
    if (!subject.cluster.sees(model::Kind::Pod))
        return u"<unknown>"_s;
    QStringList pods;
    for (const model::Pod &pod : subject.cluster.podsIn(subject.ref.nameSpace)) {
        for (const model::Volume &volume : pod.spec->volumes) {
            const bool isEphemeral = volume.source == model::Volume::Source::Ephemeral;
            const QString claim = isEphemeral ? pod.meta.name + u'-' + volume.name : volume.target;
            if ((isEphemeral || volume.source == model::Volume::Source::Claim) && claim == subject.ref.name)
                pods.append(pod.meta.name);
        }
    }
    return orNone(pods.join(u"\n\t"_s));
}

void writeKeys(Page &page, const QJsonObject &data, const QString &mark)
{
    for (auto it = data.begin(); it != data.end(); ++it) {
        page.text(0, it.key() + u':');
        page.text(0, u"----"_s);
        page.text(0, mark.isEmpty() ? textOf(it.value()) : mark);
        page.text(0, {});
    }
}

} // namespace

void writeClaim(Page &page, const Subject &subject)
{
    const QJsonObject spec = subject.object.value("spec"_L1).toObject();
    writeName(page, subject);
    page.line(0, u"StorageClass"_s, textAt(spec, u"storageClassName"_s));
    const bool isLeaving = !textAt(subject.object, u"metadata.deletionTimestamp"_s).isEmpty();
    const QString phase = textAt(subject.object, u"status.phase"_s);
    page.line(0, u"Status"_s, isLeaving ? u"Terminating"_s : phase);
    page.line(0, u"Volume"_s, textAt(spec, u"volumeName"_s));
    writeLabels(page, subject);
    page.line(0, u"Finalizers"_s, u'[' + joined(at(subject.object, u"metadata.finalizers"_s), u" "_s) + u']');
    // What it got, not what it asked for: empty while it is not bound.
    page.line(0, u"Capacity"_s, phase == "Bound"_L1 ? textAt(subject.object, u"status.capacity.storage"_s) : QString());
    const QJsonValue modes = at(subject.object, phase == "Bound"_L1 ? u"status.accessModes"_s : u"spec.accessModes"_s);
    page.line(0, u"Access Modes"_s, phase == "Bound"_L1 ? accessModesText(modes) : QString());
    page.line(0, u"VolumeMode"_s, textAt(spec, u"volumeMode"_s));
    page.line(0, u"Used By"_s, usersOf(subject));
    writeConditions(page, at(subject.object, u"status.conditions"_s).toArray(), Reasons::Shown);
    writeEvents(page, subject);
}

void writeConfigMap(Page &page, const Subject &subject)
{
    writeName(page, subject);
    writeLabels(page, subject);
    page.text(0, {});
    page.text(0, u"Data"_s);
    page.text(0, u"===="_s);
    writeKeys(page, subject.object.value("data"_L1).toObject(), {});
    page.text(0, u"BinaryData"_s);
    page.text(0, u"===="_s);
    writeKeys(page, subject.object.value("binaryData"_L1).toObject(), u"<bytes>"_s);
    writeEvents(page, subject);
}

/// Sizes are what kubectl shows; the values were never fetched, so that not even these are known.
void writeSecret(Page &page, const Subject &subject)
{
    writeName(page, subject);
    writeLabels(page, subject);
    page.text(0, {});
    page.line(0, u"Type"_s, textAt(subject.object, u"type"_s));
    page.text(0, {});
    page.text(0, u"Data"_s);
    page.text(0, u"===="_s);
    const QJsonObject data = subject.object.value("data"_L1).toObject();
    for (auto it = data.begin(); it != data.end(); ++it)
        page.line(0, it.key(), u"<not read>"_s);
}

} // namespace faultline::describe
