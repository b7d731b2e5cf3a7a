using System.Collections.Immutable;
using Cutover.Core.Accounts;
using Cutover.Engine.Storage;

namespace Cutover.Web.Api.Accounts;

/// <summary>A personal token, without its text, which nobody can read again.</summary>
/// <param name="Playbooks">The only playbooks that it is for; empty for all.</param>
public sealed record TokenView(
    long Id, string Name, Role Role, ImmutableArray<string> Playbooks, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? LastUsedAt)
{
    internal static TokenView Of(ApiTokenRecord token) => new(
        token.Id, token.Name, token.Role, token.PlaybookNames, token.CreatedAt, token.ExpiresAt, token.LastUsedAt);
}
