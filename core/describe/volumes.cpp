#include "core/describe/sections.h"

#include <array>
#include <vector>

using namespace Qt::StringLiterals;

namespace faultline::describe {

namespace {

struct Field {
    QLatin1StringView name;
    QLatin1StringView path;
    QLatin1StringView absent = ""_L1;
};

/// A kind of volume: its member in the volume, what kubectl calls it, and the fields it shows.
struct VolumeKind {
    QLatin1StringView member;
    QLatin1StringView type;
    std::vector<Field> fields;
};

const std::vector<VolumeKind> &volumeKinds()
{
    static const std::vector<VolumeKind> kinds{
        {"hostPath"_L1,
         "HostPath (bare host directory volume)"_L1,
         {{"Path"_L1, "path"_L1}, {"HostPathType"_L1, "type"_L1, "<none>"_L1}}},
        {"emptyDir"_L1,
         "EmptyDir (a temporary directory that shares a pod's lifetime)"_L1,
         {{"Medium"_L1, "medium"_L1}, {"SizeLimit"_L1, "sizeLimit"_L1, "<unset>"_L1}}},
        {"secret"_L1,
         "Secret (a volume populated by a Secret)"_L1,
         {{"SecretName"_L1, "secretName"_L1}, {"Optional"_L1, "optional"_L1, "false"_L1}}},
        {"configMap"_L1,
         "ConfigMap (a volume populated by a ConfigMap)"_L1,
         {{"Name"_L1, "name"_L1}, {"Optional"_L1, "optional"_L1, "false"_L1}}},
        {"persistentVolumeClaim"_L1,
         "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)"_L1,
         {{"ClaimName"_L1, "claimName"_L1}, {"ReadOnly"_L1, "readOnly"_L1, "false"_L1}}},
        {"ephemeral"_L1,
         "EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)"_L1,
         {{"StorageClass"_L1, "volumeClaimTemplate.spec.storageClassName"_L1},
          {"Capacity"_L1, "volumeClaimTemplate.spec.resources.requests.storage"_L1},
          {"VolumeMode"_L1, "volumeClaimTemplate.spec.volumeMode"_L1}}},
        {"nfs"_L1,
         "NFS (an NFS mount that lasts the lifetime of a pod)"_L1,
         {{"Server"_L1, "server"_L1}, {"Path"_L1, "path"_L1}, {"ReadOnly"_L1, "readOnly"_L1, "false"_L1}}},
        {"csi"_L1,
         "CSI (a Container Storage Interface (CSI) volume source)"_L1,
         {{"Driver"_L1, "driver"_L1}, {"FSType"_L1, "fsType"_L1}, {"ReadOnly"_L1, "readOnly"_L1, "false"_L1}}},
        {"downwardAPI"_L1, "DownwardAPI (a volume populated by information about the pod)"_L1, {}},
        {"image"_L1,
         "Image (a container image or OCI artifact)"_L1,
         {{"Reference"_L1, "reference"_L1}, {"PullPolicy"_L1, "pullPolicy"_L1}}},
    };
    return kinds;
}

void writeProjected(Page &page, int level, const QJsonArray &sources)
{
    page.line(level, u"Type"_s, u"Projected (a volume that contains injected data from multiple sources)"_s);
    for (const QJsonValue &value : sources) {
        const QJsonObject source = value.toObject();
        const auto optional = [&](const QString &path) {
            const QString text = textAt(source, path);
            return text.isEmpty() ? u"<nil>"_s : text;
        };
        if (source.contains("secret"_L1)) {
            page.line(level, u"SecretName"_s, textAt(source, u"secret.name"_s));
            page.line(level, u"SecretOptionalName"_s, optional(u"secret.optional"_s));
        } else if (source.contains("downwardAPI"_L1)) {
            page.line(level, u"DownwardAPI"_s, u"true"_s);
        } else if (source.contains("configMap"_L1)) {
            page.line(level, u"ConfigMapName"_s, textAt(source, u"configMap.name"_s));
            page.line(level, u"ConfigMapOptional"_s, optional(u"configMap.optional"_s));
        } else if (source.contains("serviceAccountToken"_L1)) {
            page.line(level, u"TokenExpirationSeconds"_s, textAt(source, u"serviceAccountToken.expirationSeconds"_s));
        }
    }
}

void writeVolume(Page &page, int level, const QJsonObject &volume)
{
    if (volume.contains("projected"_L1))
        return writeProjected(page, level, at(volume, u"projected.sources"_s).toArray());
    for (const VolumeKind &kind : volumeKinds()) {
        if (!volume.contains(kind.member))
            continue;
        page.line(level, u"Type"_s, kind.type);
        const QJsonObject source = volume.value(kind.member).toObject();
        for (const Field &field : kind.fields) {
            const QString text = textAt(source, field.path);
            page.line(level, field.name, text.isEmpty() ? QString(field.absent) : text);
        }
        return;
    }
    page.text(level, u"<unknown>"_s);
}

} // namespace

void writeVolumes(Page &page, int extra, const QJsonArray &volumes)
{
    if (volumes.isEmpty())
        return page.line(extra, u"Volumes"_s, u"<none>"_s);
    page.text(extra, u"Volumes:"_s);
    for (const QJsonValue &value : volumes) {
        const QJsonObject volume = value.toObject();
        page.text(extra + 1, textAt(volume, u"name"_s) + u':');
        writeVolume(page, extra + 2, volume);
    }
}

} // namespace faultline::describe
