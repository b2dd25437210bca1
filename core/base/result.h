// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or an Error. Spelled so that std::expected can replace tl::expected.
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

template<class T>
using Result = tl::expected<T, Error>;

/// An error on its way out: `return failure(Error::Kind::NotFound, text);`
inline tl::unexpected<Error> failure(Error::Kind kind, QString message, QString detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(message), std::move(detail)});
}

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}
