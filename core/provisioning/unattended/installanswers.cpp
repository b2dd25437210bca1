// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/installanswers.h"

InstallScript installScriptFor(const InstallAnswers &answers)
{
    switch (answers.boot.format) {
    case AnswerFormat::Preseed: return preseedFor(answers);
    case AnswerFormat::Kickstart: return kickstartFor(answers);
    case AnswerFormat::AutoYast: return autoYastFor(answers);
    case AnswerFormat::Autoinstall: return autoinstallFor(answers);
    }
    return {};
}
