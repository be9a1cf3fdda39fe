using System;

namespace ScalingAnalyzers.Fitting;

/// <summary>Runs made ready for the surface kernel: centred natural logarithms and weights, padded to whole sets of
/// lanes.</summary>
internal sealed class SurfaceData
{
    private const int Lanes = 8;

    private SurfaceData(int capacity)
    {
        int room = (capacity + Lanes - 1) / Lanes * Lanes;
        LogParameters = new double[room];
        LogTokens = new double[room];
        Losses = new double[room];
        LogLosses = new double[room];
        Weights = new double[room];
    }

    /// <summary>ln N minus <see cref="CentreOfLogParameters"/>.</summary>
    public double[] LogParameters { get; }

    /// <summary>ln D minus <see cref="CentreOfLogTokens"/>.</summary>
    public double[] LogTokens { get; }

    /// <summary>Nats per token.</summary>
    public double[] Losses { get; }

    /// <summary>The logarithms of the losses.</summary>
    public double[] LogLosses { get; }

    /// <summary>How often each run counts; 0 in the padding.</summary>
    public double[] Weights { get; }

    /// <summary>Runs, without padding.</summary>
    public int Count { get; private set; }

    /// <summary>Runs, with padding: a multiple of eight.</summary>
    public int PaddedCount => (Count + Lanes - 1) / Lanes * Lanes;

    /// <summary>The mean of ln N.</summary>
    public double CentreOfLogParameters { get; private init; }

    /// <summary>The mean of ln D.</summary>
    public double CentreOfLogTokens { get; private init; }

    public static SurfaceData Of(
        ReadOnlySpan<double> parameters, ReadOnlySpan<double> tokens, ReadOnlySpan<double> losses, ReadOnlySpan<double> weights)
    {
        int count = parameters.Length;
        double centreN = 0, centreD = 0;
        double[] n = new double[count], d = new double[count];
        for (int i = 0; i < count; i++)
        {
            centreN += n[i] = Math.Log(parameters[i]);
            centreD += d[i] = Math.Log(tokens[i]);
        }

        centreN /= count;
        centreD /= count;
        var data = new SurfaceData(count) { Count = count, CentreOfLogParameters = centreN, CentreOfLogTokens = centreD };
        for (int i = 0; i < count; i++)
        {
            data.LogParameters[i] = n[i] - centreN;
            data.LogTokens[i] = d[i] - centreD;
            data.Losses[i] = losses[i];
            data.LogLosses[i] = Math.Log(losses[i]);
            data.Weights[i] = weights.IsEmpty ? 1 : weights[i];
        }

        data.Pad();
        return data;
    }

    /// <summary>An empty copy with this one's room and centres, for <see cref="Resample"/>.</summary>
    public SurfaceData Like() => new(Count) { CentreOfLogParameters = CentreOfLogParameters, CentreOfLogTokens = CentreOfLogTokens };

    /// <summary>Becomes the runs of another that were drawn at least once, weighted by how often.</summary>
    public void Resample(SurfaceData all, ReadOnlySpan<int> timesDrawn)
    {
        int count = 0;
        for (int i = 0; i < all.Count; i++)
        {
            if (timesDrawn[i] == 0) continue;
            LogParameters[count] = all.LogParameters[i];
            LogTokens[count] = all.LogTokens[i];
            Losses[count] = all.Losses[i];
            LogLosses[count] = all.LogLosses[i];
            Weights[count] = all.Weights[i] * timesDrawn[i];
            count++;
        }

        Count = count;
        Pad();
    }

    /// <summary>The same runs and one more, which a fit can be pulled by; its logarithms count from the
    /// centres.</summary>
    public SurfaceData With(double logParameters, double logTokens, double weight)
    {
        var more = new SurfaceData(Count + 1)
        {
            Count = Count,
            CentreOfLogParameters = CentreOfLogParameters,
            CentreOfLogTokens = CentreOfLogTokens,
        };
        CopyTo(more);
        more.Count = Count + 1;
        more.LogParameters[Count] = logParameters;
        more.LogTokens[Count] = logTokens;
        more.Weights[Count] = weight;
        more.Losses[Count] = 1;
        more.Pad();
        return more;
    }

    /// <summary>The same runs with other losses, given as logarithms.</summary>
    public SurfaceData WithLogLosses(ReadOnlySpan<double> logLosses)
    {
        var other = Like();
        other.Count = Count;
        CopyTo(other);
        other.SetLogLosses(logLosses);
        return other;
    }

    public void SetLogLosses(ReadOnlySpan<double> logLosses)
    {
        for (int i = 0; i < logLosses.Length; i++)
        {
            LogLosses[i] = logLosses[i];
            Losses[i] = Math.Exp(logLosses[i]);
        }
    }

    private void CopyTo(SurfaceData other)
    {
        LogParameters.AsSpan(0, Count).CopyTo(other.LogParameters);
        LogTokens.AsSpan(0, Count).CopyTo(other.LogTokens);
        Losses.AsSpan(0, Count).CopyTo(other.Losses);
        LogLosses.AsSpan(0, Count).CopyTo(other.LogLosses);
        Weights.AsSpan(0, Count).CopyTo(other.Weights);
        other.Pad();
    }

    private void Pad()
    {
        for (int i = Count; i < PaddedCount; i++)
        {
            LogParameters[i] = LogTokens[i] = LogLosses[i] = Weights[i] = 0;
            Losses[i] = 1;
        }
    }
}
