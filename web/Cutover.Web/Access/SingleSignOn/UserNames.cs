using Cutover.Web.Access.People;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>Makes names of accounts out of what the provider calls people.</summary>
internal static class UserNames
{
    // Room for a number behind a name that is taken.
    private const int Longest = AccountChanges.LongestName - 8;

    /// <summary>With the letters that names of accounts have, and no longer than they may be.</summary>
    public static string Clean(string name)
    {
        var letters = string.Concat(name.Trim().Select(letter => char.IsAsciiLetterOrDigit(letter) || "-._@+".Contains(letter) ? letter : '-'));
        return letters[..Math.Min(letters.Length, Longest)];
    }
}
