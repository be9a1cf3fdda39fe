using System;
using System.Linq;

namespace ScalingAnalyzers.Tests;

/// <summary>`scaling plan`.</summary>
public class PlanTests
{
    // 1M / 2 per hour = 500,000 hours x 3600 s x 989.4e12 FLOP/s (H100 SXM datasheet, dense BF16) x 0.4.
    [Fact]
    public void Money_becomes_compute_by_price_peak_and_utilization()
    {
        var plan = Scaling.Json("scaling plan --budget 1M --price 2 --accelerator h100-sxm --mfu 40%")["plan"]!;

        Assert.Equal(500_000 * 3600 * 989.4e12 * 0.4, (double)plan["trainingFlops"]!, 1e20);
        Assert.Equal(1e6, (double)plan["cost"]!, 1);
        Assert.Equal(500_000, (double)plan["acceleratorHours"]!, 1);
    }

    // A time budget gives back its own days, and the reserve is taken from it.
    [Theory]
    [InlineData("--days 30", 30)]
    [InlineData("--days 30d --reserve 10%", 27)]
    [InlineData("--days 6w", 42)]
    public void Time_becomes_compute_and_comes_back_as_days(string time, double days)
    {
        var plan = Scaling.Json("scaling plan --gpus 1024 --accelerator h100-sxm --mfu 0.4 " + time)["plan"]!;

        Assert.Equal(days, (double)plan["wallClockDays"]!, 1e-6 * days);
    }

    // Besiroglu et al. 2024: Chinchilla's own budget, 5.76e23, is best spent at 18.4 tokens per parameter.
    [Fact]
    public void Compute_is_planned_by_the_default_law() =>
        Assert.Equal(18.4, (double)Scaling.Json("scaling plan --compute 5.76e23")["plan"]!["tokensPerParameter"]!, 0.1);

    [Fact]
    public void The_choice_of_a_law_costs_nothing_under_itself()
    {
        foreach (var regret in Scaling.Json("scaling plan --compute 1e23")["regret"]!.AsArray())
        {
            if (regret!["excessCompute"]![(string)regret["chosenBy"]!] is { } own) Assert.Equal(0, (double)own, 1e-6);
        }
    }

    [Fact]
    public void A_vocabulary_gives_a_shape_with_its_exact_count()
    {
        var shape = Scaling.Json("scaling plan --compute 1e23 --vocabulary 128256 --gpus 1024 --accelerator h100-sxm")["shape"]!;
        long width = (long)shape["hiddenSize"]!, layers = (long)shape["layers"]!, feedForward = (long)shape["feedForwardSize"]!;
        long keyValue = (long)shape["keyValueHeads"]! * 128;

        // Llama's weights: embedding and head, four attention matrices, three of the feed-forward, two norms, a last
        // norm.
        long counted = (2 * 128256 * width) + width
            + (layers * ((2 * width * width) + (2 * width * keyValue) + (3 * width * feedForward) + (2 * width)));
        Assert.Equal(counted, (long)shape["parameters"]!);
        Assert.Equal(0, width % 128);
        Assert.Equal(0, feedForward % 128);
        Assert.True((long)shape["sharding"]!["trainingStateBytes"]! <= 80_000_000_000);
    }

    [Fact]
    public void Served_tokens_add_runs_that_are_cheaper_over_their_life()
    {
        var document = Scaling.Json("scaling plan --compute 1e23 --inference-tokens 10T");
        double optimum = (double)document["plan"]!["parameters"]!;
        var served = document["alternatives"]!.AsArray().Single(option => (string)option!["name"]! == "budget pays serving, too")!;

        Assert.True((double)served["parameters"]! < optimum);
        Assert.Equal(1e23, (double)served["trainingFlops"]! + (2 * (double)served["parameters"]! * 10e12), 1e17);
    }

    // All parameters, as in every command: 80B of which a tenth is active, 1e23 / (6 x 8B) tokens.
    [Fact]
    public void Parameters_of_a_mixture_are_all_of_them()
    {
        var document = Scaling.Json("scaling plan --compute 1e23 --active-ratio 0.1 --parameters 80B");

        Assert.Equal(8e9, (double)document["plan"]!["parameters"]!, 1);
        Assert.Equal(80e9, (double)document["plan"]!["totalParameters"]!, 1);
        Assert.Equal(1e23 / 6 / 8e9, (double)document["plan"]!["tokens"]!, 1e6);
        Assert.Empty(document["weightDecays"]!.AsArray());
    }

    // What repeats pays is judged by one law: neighbours and runs that serve repeat the same data.
    [Fact]
    public void Where_data_repeat_every_alternative_of_its_size_repeats_them()
    {
        var document = Scaling.Json("scaling plan --compute 1e23 --unique-tokens 100B --inference-tokens 10T");
        double planned = (double)document["plan"]!["loss"]!;

        foreach (string name in new[] { "half the parameters", "twice the parameters", "budget pays serving, too" })
        {
            var option = document["alternatives"]!.AsArray().Single(one => (string)one!["name"]! == name)!;
            Assert.StartsWith("muennighoff-2023", (string)option["law"]!, StringComparison.Ordinal);
            Assert.True((double)option["loss"]! > planned, name);
        }
    }

    // Muennighoff's surface plans where data repeat: its own valley, not that of new data, contains the plan.
    [Theory]
    [InlineData("--compute 8e20 --unique-tokens 1B", true)]
    [InlineData("--compute 1e23 --unique-tokens 100B", true)]
    [InlineData("--compute 8e20 --unique-tokens 60B", true)]
    [InlineData("--compute 8e20", true)]
    [InlineData("--compute 8e20 --parameters 200M", false)]
    [InlineData("--compute 8e20 --active-ratio 0.1", false)]
    public void Sizes_of_nearly_least_compute_contain_the_plan_or_are_not_shown(string start, bool isShown)
    {
        var document = Scaling.Json("scaling plan " + start);

        Assert.Equal(isShown, document["parametersWithin2Percent"] is not null);
        if (document["parametersWithin2Percent"] is not { } sizes) return;
        double planned = (double)document["plan"]!["parameters"]!;
        Assert.InRange(planned, (double)sizes["low"]!, (double)sizes["high"]!);
        Assert.True((double)sizes["high"]! < 2 * planned);
    }

    // 83.9B of 1B unique tokens.
    [Theory]
    [InlineData("--compute 8e20 --unique-tokens 1B", 83.9, "beyond about 40")]
    [InlineData("--compute 8e20 --unique-tokens 16B", 3.71, "further token is worth")]
    [InlineData("--compute 1e21 --parameters 1B --unique-tokens 10B", 16.7, "further token is worth")]
    public void Epochs_are_named_with_what_they_are_worth(string start, double epochs, string note)
    {
        Assert.Equal(epochs, (double)Scaling.Json("scaling plan " + start)["epochs"]!, 0.05);
        string output = Scaling.Line("scaling plan " + start).Output;
        string page = string.Join(' ', output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(note, page, StringComparison.Ordinal);
    }

    // 1B on 167B tokens of which 10B are unique has the loss of repeats, not of new data.
    [Fact]
    public void The_loss_of_a_given_size_counts_repeats()
    {
        double repeated = (double)Scaling.Json("scaling plan --compute 1e21 --parameters 1B --unique-tokens 10B")["plan"]!["loss"]!;

        Assert.Equal(Laws.MuennighoffLaw.C4.Loss(1e9, 1e21 / 6 / 1e9, 10e9), repeated, 1e-9);
    }

    [Fact]
    public void A_law_of_dense_models_predicts_no_loss_of_a_mixture()
    {
        var document = Scaling.Json("scaling plan --compute 1e21 --active-ratio 0.1");
        var plan = document["plan"]!;

        Assert.All(new[] { "loss", "lossInterval", "singleRunLossInterval" }, key => Assert.Null(plan[key]));
        var mixture = document["alternatives"]!.AsArray().Single(option => (string)option!["name"]! == "mixture of 32 experts")!;
        Assert.Equal("ludziejewski-2025", (string)mixture["law"]!);
        Assert.NotNull(mixture["loss"]);
    }

    // An own law leads: it is the first of the table, and its optimum is the plan.
    [Fact]
    public void A_law_that_is_given_leads_the_table()
    {
        var document = Scaling.Json("scaling plan --compute 1e23 --law llama-3-2024");

        Assert.Equal("llama-3-2024", (string)document["laws"]![0]!["law"]!);
        Assert.Equal((double)document["laws"]![0]!["parameters"]!, (double)document["plan"]!["parameters"]!);
    }

    // 1M / 2 per hour = 500,000 hours x 3600 s x 8,000 tokens/s = 14.4T tokens of an 8B model.
    [Fact]
    public void A_measured_throughput_replaces_the_utilization()
    {
        var document = Scaling.Json("scaling plan --budget 1M --price 2 --tokens-per-second 8000 --parameters 8B --accelerator h100-sxm");
        var plan = document["plan"]!;
        var twice = document["alternatives"]!.AsArray().Single(option => (string)option!["name"]! == "twice the parameters")!;

        Assert.Equal(14.4e12, (double)plan["tokens"]!, 1e7);
        Assert.Equal(500_000, (double)plan["acceleratorHours"]!, 1);

        // Another size at the same share of the peak: equal compute is equal hours.
        Assert.Equal(500_000, (double)twice["acceleratorHours"]!, 1);
    }

    [Theory]
    [InlineData("scaling plan --budget 1M --price 2 --tokens-per-second 8000", "--tokens-per-second: needs --parameters")]
    [InlineData("scaling plan --compute 1e23 --tokens-per-second 8000 --parameters 8B --mfu 0.4", "not together with --mfu")]
    [InlineData("scaling plan --compute 1e23 --reserve 100%", "--reserve: '100%'")]
    [InlineData("scaling plan --compute 1e23 --availability 95", "95 percent is written 95%")]
    [InlineData("scaling plan --budget 1M --price 2", "--accelerator, --mfu")]
    [InlineData("scaling plan --days 30 --gpus 8 --mfu 0.4", "--accelerator")]
    [InlineData("scaling plan", "--budget")]
    [InlineData("scaling plan --compute 1e23 --budget 1M", "--budget and --compute")]
    [InlineData("scaling plan --parameters 8B --target-loss 1.5",
        "do not reach 1.5 on any number of tokens by besiroglu-2024; their limit is 1.990")]
    [InlineData("scaling plan --target-loss 1.5", "irreducible loss of besiroglu-2024, 1.817")]
    [InlineData("scaling plan --compute 1e23 --law step-law-2025", "--law")]
    public void What_is_missing_is_asked_for(string line, string named)
    {
        var (code, output, error) = Scaling.Line(line);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_price_there_is_no_cost_and_the_page_names_the_option()
    {
        string output = Scaling.Line("scaling plan --compute 1e23 --accelerator h100-sxm --mfu 0.4").Output;

        Assert.DoesNotContain("Cost ", output, StringComparison.Ordinal);
        Assert.Contains("--price", output, StringComparison.Ordinal);
    }
}
