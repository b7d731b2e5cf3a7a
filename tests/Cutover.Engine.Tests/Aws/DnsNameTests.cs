using CsCheck;
using Cutover.Engine.Aws.Route53;

namespace Cutover.Engine.Tests.Aws;

public sealed class DnsNameTests
{
    [Theory]
    [InlineData(@"\052.Lab.Example", "*.lab.example.", @"\052.lab.example.")]
    [InlineData(@"a\056b.example.", @"a\056b.example.", @"a\056b.example.")]
    [InlineData(@"a\134052.example.", @"a\134052.example.", @"a\134052.example.")]
    [InlineData(@"_dmarc.example.", "_dmarc.example.", "_dmarc.example.")]
    [InlineData(@"a\041b\000c.example.", @"a!b\000c.example.", @"a\041b\000c.example.")]
    public void Names_are_read_and_written_as_route_53_has_them(string route53, string ours, string written)
    {
        Assert.Equal(ours, DnsName.FromRoute53(route53));
        Assert.Equal(written, DnsName.ToRoute53(ours));
    }

    [Fact]
    public void What_is_written_is_read_back_as_it_was() =>
        Gen.String[Gen.Char["abc019-_*!/@. "], 1, 20].Select(text => text.TrimEnd('.') + ".").Sample(name =>
        {
            var written = DnsName.ToRoute53(name);
            return DnsName.ToRoute53(DnsName.FromRoute53(written)) == written;
        });
}
