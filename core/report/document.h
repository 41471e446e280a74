#pragma once

#include "core/report/subjectview.h"

namespace faultline::report {

/// One block of a report that people read. Texts are masked and harmless; escaping for its format is the writer's.
struct Block {
    enum class Type {
        Title,   ///< of the whole
        Subject, ///< begins a subject
        Heading, ///< within a subject
        Text,
        Dim,
        Warning,
        Banner,  ///< the verdict in one sentence; coloured by `health`
        Layers,  ///< `layers`
        Bullets, ///< `lines`
        Numbers, ///< `lines`
        Table,   ///< `columns`, `rows`
        Code,    ///< `text`, as it is; `language` of it
        Log,     ///< `lines`, with one marked
        Patch,   ///< `text`, lines that begin with + and - are the change
        Links,   ///< `lines`: https addresses of our own
        Topology,
        Path ///< pictures of `diagnosis`
    };
    struct Column {
        QString title;
        bool isName = false;  ///< object names, fields, values: what is set in a fixed width
        bool isShort = false; ///< times, answers: they stand in one line
    };
    Type type = Type::Text;
    QString text;
    QStringList lines = {};
    std::vector<Column> columns = {};
    std::vector<QStringList> rows = {};
    std::vector<LayerView> layers = {};
    QString language = {};
    qsizetype marked = -1;
    guide::Health health = guide::Health::Unjudged;
    const guide::Diagnosis *diagnosis = nullptr;
};

/// The report for people, the same for every format: what it says and in which order.
std::vector<Block> documentOf(const Input &input);

} // namespace faultline::report
