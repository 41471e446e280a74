#pragma once

#include "core/guide/diagnosis.h"

#include <QtCore/QStringList>

namespace faultline::test {

/// What a person who made the fault of a story knows to be right: expected.json beside the objects.
struct Expected {
    QStringList leaves; ///< each of them is right, the first one best; "?node" = stopping at that question
    QString layer;
    QString object;
    QString verdict; ///< fault, intended, none
    QStringList alsoFound;
    std::map<QString, QString> answers; ///< node -> "yes" or "no": what a person answers when the story is walked
    model::ObjectRef asked;             ///< the one subject to judge; null = everything in the story

    static Expected read(const QString &folder);
};

/// A cluster as a folder under tests/clusters, with what is known about it.
struct Story {
    QString group; ///< recorded, manifests, stories
    QString name;
    QString folder;
};

/// Every story of every group, in the order of their names.
std::vector<Story> allStories();

/// Reads the story and walks the guide over it, with the expected answers given wherever a walk comes past their
/// question. An error is text in `problem`.
struct Told {
    std::vector<guide::Diagnosis> diagnoses;
    QString problem;
};
Told tell(const guide::Guide &guide, const Story &story, const Expected &expected);

/// "res_oom", or "?i_name" for a walk that stopped to ask.
QString placeOf(const guide::Finding &finding);

/// What is wrong with the diagnoses by what is known; empty when they are right.
QString problemWith(const std::vector<guide::Diagnosis> &diagnoses, const Expected &expected);

/// The findings as text lines, for a test that fails.
QString described(const std::vector<guide::Diagnosis> &diagnoses);

} // namespace faultline::test
