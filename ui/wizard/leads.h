#pragma once

#include "ui/wizard/cardtext.h"

namespace faultline::ui::wizard {

/// Why a question is asked: the guide's own words for it, else what its layer is about.
QString askWords(const guide::Node &node, const guide::Walk &walk, base::Language language);

/// Where each answer to a question leads (for an action: where it goes on), in words that name no node id.
std::vector<Lead> leadsOf(const guide::Guide &guide, const guide::Node &node, const guide::Walk &walk,
                          const guide::Step &step, base::Language language);

} // namespace faultline::ui::wizard
