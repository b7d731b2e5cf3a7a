using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OAuth.Claims;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>Takes a claim over from what the provider tells of a person, unless the token, which is signed, has it already.</summary>
internal sealed class ClaimOfPerson(string name) : ClaimAction(name, ClaimValueTypes.String)
{
    public override void Run(JsonElement userData, ClaimsIdentity identity, string issuer)
    {
        if (userData.ValueKind == JsonValueKind.Object && !identity.HasClaim(claim => claim.Type == ClaimType)
            && userData.TryGetProperty(ClaimType, out var told))
        {
            IEnumerable<JsonElement> values = told.ValueKind == JsonValueKind.Array ? told.EnumerateArray() : [told];
            var texts = values.Where(value => value.ValueKind == JsonValueKind.String).Select(value => value.GetString()!);
            identity.AddClaims(texts.Select(text => new Claim(ClaimType, text)));
        }
    }
}
