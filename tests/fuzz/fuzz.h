#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayList>
#include <QtCore/QString>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// What every fuzzer of this folder needs. A fuzzer is one function over bytes; see README.md.
namespace faultline::fuzz {

/// A copy of its own without room behind it: reading past the end is seen.
inline QByteArray bytesOf(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// Ends the program where a promise is broken: a finding.
inline void must(bool holds, const char *promise)
{
    if (!holds) {
        std::fprintf(stderr, "broken promise: %s\n", promise);
        std::abort();
    }
}

/// Writes the bytes into a file of this process and returns its path. The same name is the same file.
QString scratchFile(const QString &name, const QByteArray &bytes);

/// Swaps, drops, doubles and retypes values of a JSON text; what is no JSON is changed byte by byte. For the fuzzers of
/// what Kubernetes objects mean: random bytes seldom get past the parser.
size_t mutateJson(uint8_t *data, size_t size, size_t most, unsigned seed);

} // namespace faultline::fuzz

extern "C" {
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
}

#define FAULTLINE_MUTATE_AS_JSON                                                                                       \
    extern "C" size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)                  \
    {                                                                                                                  \
        return faultline::fuzz::mutateJson(data, size, most, seed);                                                    \
    }
