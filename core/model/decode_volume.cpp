#include "core/model/jsonobjects.h"

using namespace Qt::StringLiterals;

namespace faultline::model {
namespace {

void readKeys(Reader &reader, JsonValue &value, ConfigReference &into) { readNames(reader, value, into.keys, "key"); }

void readKey(Reader &reader, JsonValue &value, ConfigReference &into)
{
    QString key;
    read(reader, value, key);
    if (!key.isEmpty()) {
        into.keys.append(key);
    }
}

constexpr std::array kReferenceFields{
    field<&ConfigReference::name>("name"),
    field<&ConfigReference::name>("secretName"), // of a Secret volume
    field<&ConfigReference::optional>("optional"), JsonField<ConfigReference>{"key", readKey},
    JsonField<ConfigReference>{"items", readKeys},
};

/// A volume while it is read.
struct Reading {
    Volume &volume;
    std::vector<ConfigReference> &references;
};

constexpr Volume::Source sourceOf(Kind kind)
{
    return kind == Kind::Secret ? Volume::Source::Secret : Volume::Source::ConfigMap;
}

template <Kind Referred> void readReferenceVolume(Reader &reader, JsonValue &value, Reading &into)
{
    ConfigReference reference;
    reference.kind = Referred;
    read(reader, value, reference);
    into.volume.source = sourceOf(Referred);
    into.volume.target = reference.name;
    if (!reference.name.isEmpty()) {
        into.references.push_back(std::move(reference));
    }
}

template <Kind Referred> void readProjectedSource(Reader &reader, JsonValue &value, Reading &into)
{
    ConfigReference reference;
    reference.kind = Referred;
    read(reader, value, reference);
    reference.fieldPath = Referred == Kind::Secret ? u"secret"_s : u"configMap"_s;
    if (!reference.name.isEmpty()) {
        into.references.push_back(std::move(reference));
    }
}

constexpr std::array kSourceFields{
    JsonField<Reading>{"configMap", readProjectedSource<Kind::ConfigMap>},
    JsonField<Reading>{"secret", readProjectedSource<Kind::Secret>},
};

void readSources(Reader &reader, JsonValue &value, Reading &into)
{
    int index = 0;
    reader.eachItem(value, [&](JsonValue &item) {
        const size_t known = into.references.size();
        readFields(reader, item, into, kSourceFields);
        for (size_t i = known; i < into.references.size(); ++i) {
            QString &path = into.references[i].fieldPath;
            path = u"projected.sources[%1].%2"_s.arg(index).arg(path);
        }
        ++index;
    });
}

constexpr std::array kProjectedFields{JsonField<Reading>{"sources", readSources}};

void readProjected(Reader &reader, JsonValue &value, Reading &into)
{
    into.volume.source = Volume::Source::Projected;
    readFields(reader, value, into, kProjectedFields);
}

constexpr std::array kClaimFields{
    JsonField<Reading>{"claimName", [](Reader &r, JsonValue &v, Reading &into) { read(r, v, into.volume.target); }},
};

void readClaim(Reader &reader, JsonValue &value, Reading &into)
{
    into.volume.source = Volume::Source::Claim;
    readFields(reader, value, into, kClaimFields);
}

constexpr std::array kImageFields{
    JsonField<Reading>{"reference", [](Reader &r, JsonValue &v, Reading &into) { read(r, v, into.volume.target); }},
};

void readImage(Reader &reader, JsonValue &value, Reading &into)
{
    into.volume.source = Volume::Source::Image;
    readFields(reader, value, into, kImageFields);
}

template <Volume::Source Source> void readKindOnly(Reader &reader, JsonValue &value, Reading &into)
{
    if (reader.expect(value, JsonType::object, "an object")) {
        into.volume.source = Source;
    }
}

constexpr std::array kVolumeFields{
    JsonField<Reading>{"name", [](Reader &r, JsonValue &v, Reading &into) { read(r, v, into.volume.name); }},
    JsonField<Reading>{"configMap", readReferenceVolume<Kind::ConfigMap>},
    JsonField<Reading>{"secret", readReferenceVolume<Kind::Secret>},
    JsonField<Reading>{"projected", readProjected},
    JsonField<Reading>{"persistentVolumeClaim", readClaim},
    JsonField<Reading>{"image", readImage},
    JsonField<Reading>{"ephemeral", readKindOnly<Volume::Source::Ephemeral>},
    JsonField<Reading>{"emptyDir", readKindOnly<Volume::Source::EmptyDir>},
    JsonField<Reading>{"hostPath", readKindOnly<Volume::Source::HostPath>},
};

} // namespace

void read(Reader &reader, JsonValue &value, ConfigReference &into)
{
    readFields(reader, value, into, kReferenceFields);
}

void readVolume(Reader &reader, JsonValue &value, Volume &volume, std::vector<ConfigReference> &references)
{
    Reading reading{volume, references};
    readFields(reader, value, reading, kVolumeFields);
    // The API server puts five random letters behind it; without them Pods of one template share their spec.
    static const QString injected = u"kube-api-access-"_s;
    if (volume.source == Volume::Source::Projected && volume.name.startsWith(injected)) {
        volume.name = injected.chopped(1);
    }
}

} // namespace faultline::model
