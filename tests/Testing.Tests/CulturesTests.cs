using System.Globalization;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing.Tests.ThrowAway;

namespace ScalingAnalyzers.Testing.Tests;

public class CulturesTests
{
    [Fact]
    public async Task Culture_free_text_agrees() =>
        Assert.Equal("-2.5", await Cultures.Agree(() => (-2.5).ToString(CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(0.5)] // decimal comma
    [InlineData(-2)] // the Finnish minus
    public Task A_number_in_the_cultures_form_fails(double number) => Failure.Of(
        () => Cultures.Agree(() => number.ToString(CultureInfo.CurrentCulture)), "Under fi-FI");

    [Fact]
    public Task A_Turkish_letter_fails() =>
        Failure.Of(() => Cultures.Agree(() => "TITLE".ToLower(CultureInfo.CurrentCulture)), "Under tr-TR");

    [Fact]
    public Task The_culture_flows_to_other_threads() => Failure.Of(
        () => Cultures.Agree(() => Task.Run(async () =>
        {
            await Task.Yield();
            return 0.5.ToString(CultureInfo.CurrentCulture);
        })),
        "Under fi-FI");

    [Fact]
    public async Task The_culture_ends_with_the_work()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        await Cultures.Agree(() => "same");
        Assert.Equal(before, CultureInfo.CurrentCulture);
    }

    [Fact]
    public async Task Generated_code_agrees() => await Cultures.Agree(
        async () => (await Code.Of("class Alpha { }").With(new TwinGenerator()).Generate()).Source("Alpha.g.cs"));
}
