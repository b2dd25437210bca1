// SPDX-License-Identifier: GPL-3.0-or-later
// What a container runs. A value.
#pragma once

#include <QString>

struct ContainerSetup {
    enum class Kind {
        System,      ///< an operating system out of a folder, begun by its own init
        Application  ///< one program, which sees the files of the host unless it gets a folder of its own
    };
    Kind kind = Kind::System;
    QString program;         ///< path in the container of what is run first; empty: /sbin/init, or a shell
    QString root;            ///< a folder on the host that is the container's "/"; empty only for an application
    friend bool operator==(const ContainerSetup &, const ContainerSetup &) = default;
};
