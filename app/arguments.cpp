// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include "viewer/target/vieweraddress.h"

#include <algorithm>

Arguments::Arguments(int argc, char **argv) : m_values(argv, argv + argc), m_count(argc)
{
    for (int i = 1; i < argc; ++i) {
        const auto shown = vieweraddress::withoutSecrets(QByteArrayView(argv[i]));
        std::copy(shown.begin(), shown.end(), argv[i]);
    }
    for (auto &value : m_values)
        m_pointers.push_back(value.data());
    m_pointers.push_back(nullptr);
}
