using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cutover.Engine.Storage;

/// <summary>
/// Times as UTC ticks: exact, and ordered by the database itself. (The converter that ships with EF Core rounds to milliseconds, which
/// would make a replayed run differ from the stored one.)
/// </summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    time => time.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
