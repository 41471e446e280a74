#include "core/model/jsonobjects.h"

#include <algorithm>

namespace faultline::model {
namespace {

/// The annotations that a check or a view asks for; the others may be large and are not even looked at.
constexpr std::array<std::string_view, 11> kKeptAnnotations{
    "deployment.kubernetes.io/revision",
    "kubernetes.io/change-cause",
    "ingressclass.kubernetes.io/is-default-class",
    "storageclass.kubernetes.io/is-default-class",
    "storageclass.beta.kubernetes.io/is-default-class",
    "kubernetes.io/ingress.class",
    "nginx.ingress.kubernetes.io/canary",
    "kubectl.kubernetes.io/default-container",
    "volume.beta.kubernetes.io/storage-class",
    "pv.kubernetes.io/bind-completed",
    "autoscaling.alpha.kubernetes.io/conditions",
};

void readAnnotations(Reader &reader, JsonValue &value, Metadata &into)
{
    reader.eachField(value, [&](std::string_view key, JsonValue &item) {
        if (std::find(kKeptAnnotations.begin(), kKeptAnnotations.end(), key) == kKeptAnnotations.end()) {
            return;
        }
        const QString name = reader.text(key);
        QString text;
        read(reader, item, text);
        if (!text.isNull()) {
            into.annotations.insert(name, text);
        }
    });
}

/// The server makes a name of it; a manifest is known by what it has.
void readGenerateName(Reader &reader, JsonValue &value, Metadata &into)
{
    if (into.name.isEmpty()) {
        read(reader, value, into.name);
    }
}

constexpr std::array kMetadataFields{
    JsonField<Metadata>{"name", [](Reader &r, JsonValue &v, Metadata &m) { readUnique(r, v, m.name); }},
    field<&Metadata::nameSpace>("namespace"),
    JsonField<Metadata>{"uid", [](Reader &r, JsonValue &v, Metadata &m) { readUnique(r, v, m.uid); }},
    JsonField<Metadata>{"resourceVersion",
                        [](Reader &r, JsonValue &v, Metadata &m) { readUnique(r, v, m.resourceVersion); }},
    field<&Metadata::labels>("labels"),
    JsonField<Metadata>{"annotations", readAnnotations},
    field<&Metadata::owners>("ownerReferences"),
    field<&Metadata::finalizers>("finalizers"),
    field<&Metadata::created>("creationTimestamp"),
    field<&Metadata::deleted>("deletionTimestamp"),
    field<&Metadata::generation>("generation"),
    JsonField<Metadata>{"generateName", readGenerateName},
};

constexpr std::array kOwnerFields{
    field<&OwnerReference::kind>("kind"),
    field<&OwnerReference::name>("name"),
    field<&OwnerReference::uid>("uid"),
    field<&OwnerReference::controller>("controller"),
};

constexpr std::array kConditionFields{
    field<&Condition::type>("type"),
    field<&Condition::status>("status"),
    field<&Condition::reason>("reason"),
    field<&Condition::message>("message"),
    field<&Condition::lastTransition>("lastTransitionTime"),
    field<&Condition::lastReported>("lastHeartbeatTime"),
    field<&Condition::lastReported>("lastUpdateTime"),
    field<&Condition::observedGeneration>("observedGeneration"),
};

constexpr std::array kRequirementFields{
    field<&LabelRequirement::key>("key"),
    field<&LabelRequirement::op>("operator"),
    field<&LabelRequirement::values>("values"),
};

constexpr std::array kSelectorFields{
    field<&LabelSelector::matchLabels>("matchLabels"),
    field<&LabelSelector::expressions>("matchExpressions"),
};

struct Reference {
    QString apiVersion;
    QString kind;
    QString nameSpace;
    QString name;
};

constexpr std::array kReferenceFields{
    field<&Reference::apiVersion>("apiVersion"),
    field<&Reference::kind>("kind"),
    field<&Reference::nameSpace>("namespace"),
    field<&Reference::name>("name"),
};

} // namespace

void read(Reader &reader, JsonValue &value, Metadata &into) { readFields(reader, value, into, kMetadataFields); }

void read(Reader &reader, JsonValue &value, OwnerReference &into) { readFields(reader, value, into, kOwnerFields); }

void read(Reader &reader, JsonValue &value, Condition &into) { readFields(reader, value, into, kConditionFields); }

void read(Reader &reader, JsonValue &value, LabelRequirement &into)
{
    readFields(reader, value, into, kRequirementFields);
}

void read(Reader &reader, JsonValue &value, LabelSelector &into)
{
    readFields(reader, value, into, kSelectorFields);
    into.hasExpressions = !into.expressions.empty();
}

void read(Reader &reader, JsonValue &value, ObjectRef &into)
{
    Reference reference;
    readFields(reader, value, reference, kReferenceFields);
    into.kind =
        reference.apiVersion.isEmpty() ? kindFromName(reference.kind) : kindFrom(reference.apiVersion, reference.kind);
    into.nameSpace = isNamespaced(into.kind) ? reference.nameSpace : QString();
    into.name = reference.name;
}

void readNames(Reader &reader, JsonValue &value, QStringList &into, std::string_view key)
{
    reader.eachItem(value, [&](JsonValue &item) {
        reader.eachField(item, [&](std::string_view name, JsonValue &content) {
            QString text;
            if (name == key) {
                read(reader, content, text);
            }
            if (!text.isEmpty()) {
                into.append(text);
            }
        });
    });
}

bool holdsSomething(Reader &reader, JsonValue &value)
{
    bool something = false;
    if (reader.typeOf(value) == JsonType::array) {
        reader.eachItem(value, [&](JsonValue &) { something = true; });
    } else {
        reader.eachField(value, [&](std::string_view, JsonValue &) { something = true; });
    }
    return something;
}

} // namespace faultline::model
