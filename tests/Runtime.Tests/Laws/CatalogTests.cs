using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ScalingAnalyzers;
using ScalingAnalyzers.Laws;

namespace Runtime.Tests.Laws;

public class CatalogTests
{
    private static IEnumerable<ScalingLaw> Everything => LawCatalog.All.Concat(LawCatalog.Specialized);

    [Fact]
    public void Every_law_names_its_source_its_form_and_what_it_must_not_be_used_for()
    {
        Assert.All(Everything, law =>
        {
            Assert.NotEmpty(law.Title);
            Assert.NotEmpty(law.Formula);
            Assert.NotEmpty(law.Coefficients);
            Assert.NotEmpty(law.Caution);
            Assert.InRange(law.Source.Year, 2018, 2026);
            Assert.NotEmpty(law.Source.Place);
            Assert.Matches("^[0-9]{4}\\.[0-9]{5}$", law.Source.ArxivId);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", law.Id);
        });
        Assert.Equal(Everything.Count(), Everything.Select(law => law.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void KnownLaws_names_every_law_of_the_catalogue_and_no_other()
    {
        var constants = typeof(KnownLaws)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (string)f.GetRawConstantValue()!);
        Assert.Equal(LawCatalog.All.Select(law => law.Id).Order(StringComparer.Ordinal), constants.Order(StringComparer.Ordinal));
        Assert.Equal("besiroglu-2024", LawCatalog.All[0].Id);
        Assert.Same(LawCatalog.Default, LawCatalog.All[0]);
    }

    [Fact]
    public void A_law_of_the_catalogue_applies_to_runs_and_a_specialised_one_names_its_place()
    {
        Assert.All(LawCatalog.All, law => Assert.True(law is IAllocationLaw or ILossLaw));
        var miss = Assert.Throws<KeyNotFoundException>(() => LawCatalog.Get("step-law-2025"));
        Assert.Contains("LawCatalog.Specialized", miss.Message, StringComparison.Ordinal);
        Assert.False(LawCatalog.TryGet("step-law-2025", out _));
        Assert.Contains("besiroglu-2024", Assert.Throws<KeyNotFoundException>(() => LawCatalog.Get("besiroglou-2024")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LawLibrary.BuiltIn.With([new ChinchillaLaw("Besiroglu-2024")]));
    }
}
