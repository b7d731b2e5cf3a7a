using System.Globalization;
using System.Security.Cryptography;

namespace Cutover.Engine.Storage;

/// <summary>
/// What a run is called in its ownership marks: its number, which a person can look up, and a random part, since every database
/// counts its runs from 1.
/// </summary>
internal static class OwnerTokens
{
    public static string New(long run) =>
        string.Create(CultureInfo.InvariantCulture, $"{run}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    /// <summary>The number of the run that would have this token, if it was made here.</summary>
    public static long? RunOf(string token) =>
        long.TryParse(token.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run : null;
}
