using System.Security.Claims;
using Cutover.Web.Access;

namespace Cutover.Web.Tests.Access;

public sealed class OperatorTests
{
    [Theory]
    [InlineData(null, "lab operator", "operator")]
    [InlineData("  ", "lab operator", "operator")]
    [InlineData("alice", "alice", "alice (shared token)")]
    [InlineData(" bo\nb\u001b[31m ", "bob[31m", "bob[31m (shared token)")]
    public void A_name_goes_on_record_as_the_door_knows_it(string? given, string inTheLab, string withToken) =>
        Assert.Equal((inTheLab, withToken), (Operator.InTheLab(given), Operator.WithToken(given)));

    [Fact]
    public void Nobody_has_no_name() =>
        Assert.Throws<InvalidOperationException>(() => Operator.NameOf(new ClaimsPrincipal(new ClaimsIdentity())));
}
