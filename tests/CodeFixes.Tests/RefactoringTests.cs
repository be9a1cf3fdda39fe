using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class RefactoringTests
{
    [Fact]
    public async Task Each_offer_carries_its_price_where_nothing_warns_too()
    {
        // Chinchilla, Hoffmann et al. 2022: near its optimum, and no rule reports it.
        var offers = await Config.Of("""
            [TrainingConfig]
            public static partial class $$Chinchilla
            {
                public const long Parameters = 70_000_000_000;
                public const long Tokens = 1_400_000_000_000;
            }
            """).OfferedRefactorings();
        Assert.Equal(
            [
                new Offer("Rebalance at the same compute: train 73.1B parameters on 1.34T tokens: same compute", "same-compute"),
                new Offer("Fit this model: train on 1.28T tokens: compute x0.921", "scale-tokens"),
                new Offer("Fit these tokens: train 76.4B parameters: compute x1.09", "scale-parameters"),
            ],
            offers.ToArray());
    }

    [Fact]
    public Task Only_the_literals_change() => Config.Of("""
        [TrainingConfig] public static partial class Run
        {
            public const long Parameters = $$280_000_000_000; // Rae et al. 2021
            public const long Tokens     = 300 * Quantity.Billion;
        }
        """).Refactor("same-compute").Becomes("""
        using ScalingAnalyzers;
        [TrainingConfig] public static partial class Run
        {
            public const long Parameters = 67_400_000_000; // Rae et al. 2021
            public const long Tokens     = 1250 * Quantity.Billion;
        }
        """);

    [Theory]
    [InlineData("""
        public class Use
        {
            object run = new Run { Parameters = 280_000_000_000, Tokens = $$300_000_000_000 };
        }
        """, 3)]
    [InlineData("""
        public class $$Use
        {
            object run = new Run { Parameters = 280_000_000_000, Tokens = 300_000_000_000 };
        }
        """, 0)]
    [InlineData("""
        [TrainingConfig(Stage = TrainingStage.FineTuning)]
        public static partial class $$Tuned
        {
            public const long Parameters = 280_000_000_000, Tokens = 300_000_000_000;
        }
        """, 0)]
    [InlineData("""
        public static class $$Plain
        {
            public const long Parameters = 280_000_000_000, Tokens = 300_000_000_000;
        }
        """, 0)]
    [InlineData("""
        [TrainingConfig]
        public static partial class $$Model
        {
            public const long Parameters = 280_000_000_000;
        }
        """, 1)] // the tokens that suit it
    public async Task It_is_offered_on_training_runs_alone(string code, int offers) => Assert.Equal(
        offers,
        (await Config.Of($$"""
            [TrainingConfig]
            public partial record Run
            {
                public long Parameters { get; init; }
                public long Tokens { get; init; }
            }
            {{code}}
            """).OfferedRefactorings()).Length);
}
