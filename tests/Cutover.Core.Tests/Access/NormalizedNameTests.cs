using Cutover.Core.Access;

namespace Cutover.Core.Tests.Access;

public sealed class NormalizedNameTests
{
    [Theory]
    [InlineData("WSS.Example.com.", "wss.example.com")]
    [InlineData("_cutover.wss-1.example.com", "_cutover.wss-1.example.com")]
    [InlineData("*.example.com.", @"\052.example.com")]
    [InlineData(@"\052.example.com.", @"\052.example.com")]
    [InlineData("a@b.example.com", @"a\100b.example.com")]
    [InlineData(@"a\b.example.com", @"a\134b.example.com")]
    public void A_name_is_written_as_IAM_compares_it(string name, string expected) => Assert.Equal(expected, NormalizedName.Of(name));
}
