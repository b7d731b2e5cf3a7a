using Cutover.Web.Access.People;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace Cutover.Web.Components;

/// <summary>Whose circuit it is. A session that was ended shows nothing any more after a few seconds; it acts no more at once.</summary>
internal sealed class SessionState(ILoggerFactory loggers, Sessions sessions) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval { get; } = TimeSpan.FromSeconds(5);

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        await sessions.GrantsAsync(authenticationState.User, cancellationToken) is not null;
}
