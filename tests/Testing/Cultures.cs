using System;
using System.Globalization;
using System.Threading.Tasks;

namespace ScalingAnalyzers.Testing;

/// <summary>Runs the same work as it would run on machines of different countries.</summary>
public static class Cultures
{
    /// <summary>
    /// Comma and U+2212 minus (Finnish), comma and points (German), dotless i (Turkish), and none. The culture flows
    /// with the async work, to every thread it uses.
    /// </summary>
    private static readonly string[] Names = { "", "fi-FI", "de-DE", "tr-TR" };

    /// <summary>Fails unless the work gives the same text in every culture; returns that text.</summary>
    public static async Task<string> Agree(Func<Task<string>> work)
    {
        if (new CultureInfo("fi-FI").NumberFormat.NumberDecimalSeparator != ",")
            Assert.Fail("This machine knows no cultures (invariant globalization), so their agreement proves nothing.");

        string invariant = await In("", work);
        foreach (string name in Names)
        {
            string text = await In(name, work);
            if (text != invariant)
                Assert.Fail(
                    $"Under {(name.Length == 0 ? "the invariant culture again" : name)} the text is another: "
                        + $"{Report.FirstDifference(invariant, text)}");
        }

        return invariant;
    }

    /// <summary>Fails unless the work gives the same text in every culture; returns that text.</summary>
    public static Task<string> Agree(Func<string> work) => Agree(() => Task.FromResult(work()));

    private static Task<string> In(string culture, Func<Task<string>> work) => Task.Run(() =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
        return work();
    });
}
