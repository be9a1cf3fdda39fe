using System;
using System.Collections.Generic;
using System.Linq;
using ScalingAnalyzers;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Laws;
using ScalingAnalyzers.Laws.Literature;
using ScalingAnalyzers.Planning;

namespace Runtime.Tests.Laws;

/// <summary>The call of the library for a row of law_vectors.csv.</summary>
internal static class LawVectorCalls
{
    private static readonly Dictionary<string, ChinchillaLaw> Surfaces = new(StringComparer.Ordinal)
    {
        ["Hoffmann2022 rounded"] = (ChinchillaLaw)LawCatalog.Get(KnownLaws.Hoffmann2022Approach3),
        ["Hoffmann2022 TeX"] = (ChinchillaLaw)LawCatalog.Get(KnownLaws.Hoffmann2022Approach3Unrounded),
        ["Besiroglu2024"] = (ChinchillaLaw)LawCatalog.Get(KnownLaws.Besiroglu2024),
        ["Muennighoff2023 C4"] = MuennighoffLaw.C4.Surface,
        ["Sardana2023 code"] = Sardana2023.Law,
    };

    private static readonly Dictionary<string, PowerAllocationLaw> Allocations = new(StringComparer.Ordinal)
    {
        ["approach1"] = (PowerAllocationLaw)LawCatalog.Get(KnownLaws.Hoffmann2022Approach1),
        ["approach2"] = (PowerAllocationLaw)LawCatalog.Get(KnownLaws.Hoffmann2022Approach2),
        ["RefinedWeb Kaplan-like"] = Porian2024.KaplanLike,
        ["RefinedWeb +last layer"] = Porian2024.LastLayerCounted,
        ["RefinedWeb +warmup"] = Porian2024.WarmupScaled,
        ["RefinedWeb +cosine"] = Porian2024.DecayMatched,
        ["RefinedWeb tuned"] = Porian2024.Tuned,
        ["rounded"] = Llama3.Printed,
        ["figure"] = Llama3.Law,
    };

    private static readonly Dictionary<string, HenighanLaw> Domains = new(StringComparer.Ordinal)
    {
        ["language"] = Henighan2020.Language,
        ["image8x8"] = Henighan2020.Domains.Single(d => d.Id == "henighan-2020-image-8x8"),
        ["image32x32"] = Henighan2020.Domains.Single(d => d.Id == "henighan-2020-image-32x32"),
        ["math"] = Henighan2020.Domains.Single(d => d.Id == "henighan-2020-math"),
    };

    private static readonly Dictionary<string, ClarkLaw> Routers = new(StringComparer.Ordinal)
    {
        ["S-BASE"] = ClarkLaw.SinkhornBase,
        ["RL-R"] = ClarkLaw.ReinforcementLearning,
        ["HASH"] = ClarkLaw.Hash,
    };

    // Layers, width, feed-forward, heads, head size: Hoffmann et al. 2022, table A4.
    private static readonly Dictionary<string, double[]> TableA4 = new(StringComparer.Ordinal)
    {
        ["73M"] = [10, 640, 2560, 10, 64],
        ["305M"] = [20, 1024, 4096, 16, 64],
        ["552M"] = [24, 1280, 5120, 10, 128],
        ["1.1B"] = [26, 1792, 7168, 14, 128],
        ["1.6B"] = [28, 2048, 8192, 16, 128],
        ["6.8B"] = [40, 3584, 14336, 28, 128],
    };

    private static KaplanLaw Kaplan => KaplanLaw.Published;

    private static MuennighoffLaw Muennighoff => MuennighoffLaw.C4;

    public static PowerAllocationLaw Allocation(string variant) => Allocations[variant];

    /// <summary>The library's result for a row; null where no call covers it.</summary>
    public static double? Answer(LawVector row)
    {
        if (Surfaces.TryGetValue(row.Law, out var surface)) return OfSurface(surface, row);
        return row.Law switch
        {
            "compute" => OfCompute(row),
            "Kaplan2020" => OfKaplan(row),
            "GPT-3" => Brown2020.ComputeLoss(row["C"]),
            "Henighan2020" => OfHenighan(Domains[row.Variant], row),
            "Hoffmann2022" => OfHoffmann(row),
            "Porian2024" => OfPorian(row),
            "Llama3" => OfPower(Allocations[row.Variant], row),
            "Muennighoff2023" => OfMuennighoff(row),
            "Sardana2023" => OfSardana(row),
            "Gadre2024" => OfGadre(row),
            "Clark2022" => Routers[row.Variant].Loss(row["N"], row["E"]),
            "Krajewski2024" => OfKrajewski(row),
            "Abnar2025" => AbnarLaw.Published.Loss(row["N"], row["D"], row["S"]),
            "Ludziejewski2025" => OfLudziejewski(row),
            "DeepSeek2024" => OfDeepSeek(row),
            "StepLaw2025" => row.Quantity switch
            {
                "lr" => StepLaw.Published.LearningRate(row["N"], row["D"]).Value,
                "batch tokens" => StepLaw.Published.BatchTokens(row["N"], row["D"]).Value,
                _ => null,
            },
            "Busbridge2025" => OfBusbridge(row),
            "Kumar2024" => KumarLaw.Published.QuantizationPenalty(row["N"], row["D"], row["P"]),
            "Hernandez2021" => HernandezLaw.TextToPython.TransferredCharacters(row["N"], row["D_F"]),
            "Gao2022" => RewardOveroptimization.BestOfNDivergence(row["n"]),
            "MiniCPM2024" => MiniCpmBatchLaw.Published.CriticalBatchTokens(row["L"]),
            "Pearce2024" => EmbeddingConvention.TotalParameters(row["N_E"]),
            _ => null,
        };
    }

    /// <summary>
    /// The search of the authors' README over our loss: 500 factors from 1.0001 to 3 about the plain optimum, 0.3 %
    /// apart, which limits its accuracy.
    /// </summary>
    internal static Allocation AuthorsGridSearch(double flops, double unique)
    {
        var plain = Muennighoff.Allocate(flops);
        var factors = Enumerable.Range(0, 500).Select(i => 1.0001 + (i * (3 - 1.0001) / 499));
        return factors.SelectMany(f => new[] { f, 1 / f })
            .Select(f => new Allocation(plain.Parameters / f, plain.Tokens * f))
            .MinBy(run => Muennighoff.Loss(run.Parameters, run.Tokens, unique));
    }

    private static double? OfCompute(LawVector row)
    {
        if (row.Quantity.Contains("PF-days", StringComparison.Ordinal)) return Compute.PetaflopDays(row["C"]);
        return row.Quantity.EndsWith("FLOPs", StringComparison.Ordinal) ? Compute.TrainingFlops((long)row["N"], (long)row["D"]) : null;
    }

    private static double? OfSurface(ChinchillaLaw law, LawVector row) => row.Quantity switch
    {
        "a=beta/(alpha+beta)" => law.ParametersExponent,
        "G" => law.FrontierScale,
        "N_opt" => law.Allocate(row["C"]).Parameters,
        "D_opt" => law.Allocate(row["C"]).Tokens,
        "L at optimum" => law.OptimalLoss(row["C"]),
        "L(N,D)" => law.Loss(row["N"], row["D"]),
        _ => null,
    };

    private static double? OfPower(PowerAllocationLaw law, LawVector row) => row.Quantity switch
    {
        "N_opt" => law.Allocate(row["C"]).Parameters,
        "D_opt" => law.Allocate(row["C"]).Tokens,
        "C" => new Allocation(row["N"], law.TokensFor(row["N"])).TrainingFlops,
        "D" => law.TokensFor(row["N"]),
        _ => null,
    };

    private static double? OfKaplan(LawVector row) => row.Quantity switch
    {
        "L(N)" => Kaplan.ConvergedLoss(row["N"]),
        "L(D)" => Kaplan.DataLimitedLoss(row["D"]),
        "L(C_min)" => Kaplan.ComputeLimitedLoss(row["C_min"]),
        "L(C)" => Kaplan.FixedBatchLoss(row["C"]),
        "L(N,D)" => Kaplan.Loss(row["N"], row["D"]),
        "L(N,S_min)" => Kaplan.LossAfterSteps(row["N"], row["S_min"]),
        "B_crit tokens (B*=2e8)" => Kaplan.CriticalBatchTokens(row["L"]),
        "N_opt" => Kaplan.EfficientParameters(row["C_min"]),
        "B_opt tokens" => Kaplan.EfficientBatchTokens(row["C_min"]),
        "S_min" => Kaplan.EfficientSteps(row["C_min"]),
        "D_opt" => Kaplan.EfficientTokens(row["C_min"]),
        "D(C_min)" => Kaplan.TokensAtCriticalBatch(row["C_min"]),
        "LR(N)" => Kaplan.LearningRate(row["N"], 1e10).Value,
        "alpha_C_min" => KaplanLaw.ComputeExponent,
        _ => null,
    };

    private static double? OfHenighan(HenighanLaw law, LawVector row) => row.Quantity switch
    {
        "N_opt" => law.Allocate(row["C"]).Parameters,
        "L(N)" => law.ConvergedLoss(row["N"]),
        "L(C)" => law.ComputeLoss(row["C"]),
        _ => null,
    };

    private static double? OfHoffmann(LawVector row)
    {
        if (row.Variant == "TableA4")
        {
            double[] s = TableA4[row.TextOf("model")];
            return Hoffmann2022Flops.PerSequence(s[0], s[1], s[2], s[3], s[4], 2048)
                / (6 * Hoffmann2022Flops.Parameters(s[0], s[1], s[2], s[3], s[4]) * 2048);
        }

        if (row.Variant.EndsWith(" regression", StringComparison.Ordinal)) return HoffmannTable.Regression(row);
        return Allocations.TryGetValue(row.Variant, out var law) ? OfPower(law, row) : null;
    }

    private static double? OfPorian(LawVector row) => row.Quantity switch
    {
        "lr" => PorianHyperparameters.Published.LearningRate(row["N"], 1e10).Value,
        "batch sequences of 2048" => PorianHyperparameters.Published.BatchSequences(row["N"]),
        _ => OfPower(Allocations[row.Variant], row),
    };

    private static double? OfMuennighoff(LawVector row) => row.Quantity switch
    {
        "L(N,D,U)" => Muennighoff.Loss(row["N"], row["D"], row["U"]),
        "tokens" => AuthorsGridSearch(row["C"], row["U"]).Tokens,
        "epochs" => AuthorsGridSearch(row["C"], row["U"]).Tokens / row["U"],
        "params" => AuthorsGridSearch(row["C"], row["U"]).Parameters,
        "D_eff/U" => Muennighoff.EffectiveTokens(row["epochs"] * 1e9, 1e9) / 1e9,
        _ => null,
    };

    private static double? OfSardana(LawVector row)
    {
        var plan = InferencePlan.ForLoss(row["loss"], row["D_inf"], Sardana2023.Law);
        return row.Quantity switch
        {
            "N_opt" => plan.Parameters,
            "D_opt" => plan.Tokens,
            _ => null,
        };
    }

    private static double? OfGadre(LawVector row)
    {
        double loss = Gadre2024.RedPajama.Loss(row["N"], row["M"] * row["N"]);
        return row.Quantity switch
        {
            "predicted loss" => loss,
            "predicted 17-task error" => Gadre2024.RedPajama.Error17.At(loss),
            _ => null,
        };
    }

    private static double? OfKrajewski(LawVector row) => row.Variant switch
    {
        "dense" => KrajewskiLaw.Dense.Loss(row["N"], row["D"]),
        "E=64" or "Table2" => KrajewskiLaw.Experts64.Loss(row["N"], row["D"], row["G"]),
        _ => null,
    };

    private static double? OfLudziejewski(LawVector row)
    {
        var law = LudziejewskiLaw.Published.ForExperts(row["E"]);
        return row.Quantity switch
        {
            "m" => law.Parameters.Coefficient,
            "mu" => law.Parameters.Exponent,
            "n" => law.Tokens.Coefficient,
            "nu" => law.Tokens.Exponent,
            "N_opt active" => law.Allocate(row["C"]).Parameters,
            "D_opt" => law.Allocate(row["C"]).Tokens,
            "L(N_act,D)" => LudziejewskiLaw.Published.Loss(row["N_act"], row["D"], row["E"]),
            _ => null,
        };
    }

    private static double? OfDeepSeek(LawVector row)
    {
        // The released models were trained on sequences of 4096 tokens.
        double flops = row.Variant == "released"
            ? DeepSeekLaw.FlopsPerToken(row["L"], row["d"], 4096) * row["D"]
            : row["C"];
        return row.Quantity switch
        {
            "lr" or "lr used" => DeepSeekLaw.Published.LearningRateAt(flops).Value,
            "batch tokens" => DeepSeekLaw.Published.BatchTokensAt(flops).Value,
            "batch sequences used" => DeepSeekLaw.Published.BatchTokensAt(flops).Value / 4096,
            "M_opt" => DeepSeekLaw.Published.OptimalFlopsPerToken(flops),
            "D_opt" => DeepSeekLaw.Published.OptimalTokens(flops),
            _ => null,
        };
    }

    private static double? OfBusbridge(LawVector row) => row.Variant switch
    {
        "supervised" => BusbridgeLaw.Published.Loss(row["N"], row["D"]),
        "student" => BusbridgeLaw.Published.StudentLoss(BusbridgeLaw.Published.Loss(row["N_T"], row["D_T"]), row["N_S"], row["D_S"]),
        _ => null,
    };
}
