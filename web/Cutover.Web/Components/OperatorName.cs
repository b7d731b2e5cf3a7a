using Cutover.Web.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace Cutover.Web.Components;

/// <summary>Who acts on this circuit: the name that goes on record with every act.</summary>
public sealed class OperatorName(AuthenticationStateProvider people)
{
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public async Task<string> CurrentAsync() => Operator.NameOf((await people.GetAuthenticationStateAsync()).User);
}
