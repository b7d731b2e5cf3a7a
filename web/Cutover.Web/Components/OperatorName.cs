using Cutover.Core.Accounts;
using Cutover.Web.Access;
using Cutover.Web.Access.People;
using Microsoft.AspNetCore.Components.Authorization;

namespace Cutover.Web.Components;

/// <summary>Who acts on this circuit, and whether they may: asked anew for every act, since a circuit outlives what an admin takes away.</summary>
public sealed class OperatorName(AuthenticationStateProvider people, Sessions sessions, PlaybookRights rights)
{
    /// <summary>Whether the person may act, for a playbook or in general.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public async Task<Permit> PermitAsync(Role least, string? playbook)
    {
        var person = (await people.GetAuthenticationStateAsync()).User;
        return await sessions.GrantsAsync(person, CancellationToken.None) is not { } grants
            ? new Permit(null, "Your session is over: load the page again and sign in.")
            : (playbook is null ? grants.Anywhere : grants.For(playbook)) >= least
            ? new Permit(PersonClaims.OriginOf(person), null)
            : new Permit(null, Forbidden.Words(grants, least, playbook));
    }

    /// <summary>Whether the person may start the playbook of this text.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Task<Permit> PermitStartAsync(string text) => PermitAsync(text, rights.RefusalAsync);

    /// <summary>Whether the person may save this text as a version of the playbook that it names.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public Task<Permit> PermitSaveAsync(string text) => PermitAsync(text, rights.SaveRefusalAsync);

    private async Task<Permit> PermitAsync(string text, Func<Grants, string, CancellationToken, Task<string?>> refuse)
    {
        var (permit, person) = (await PermitAsync(Role.Operator, (string?)null), (await people.GetAuthenticationStateAsync()).User);
        return permit.Refusal is null
            && await refuse(await sessions.GrantsAsync(person, CancellationToken.None) ?? Grants.None, text, CancellationToken.None) is { } why
            ? new Permit(null, why)
            : permit;
    }
}
