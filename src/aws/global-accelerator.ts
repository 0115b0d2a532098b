import type { GlobalAcceleratorClient, EndpointGroup as SdkEndpointGroup } from '@aws-sdk/client-global-accelerator';
import type { EndpointGroup, GlobalAccelerator } from './traffic-ports.ts';

type Sdk = typeof import('@aws-sdk/client-global-accelerator');

/** The Global Accelerator port on the SDK. Its shapes end here. The package loads with the first call. */
export function createGlobalAccelerator(client: () => Promise<GlobalAcceleratorClient>): GlobalAccelerator {
  async function call<T>(use: (client: GlobalAcceleratorClient, sdk: Sdk) => Promise<T>): Promise<T> {
    const [sdk, accelerator] = await Promise.all([import('@aws-sdk/client-global-accelerator'), client()]);
    return use(accelerator, sdk);
  }

  return {
    endpointGroups: (listener) =>
      call(async (accelerator, { paginateListEndpointGroups }) => {
        const groups: EndpointGroup[] = [];
        for await (const page of paginateListEndpointGroups({ client: accelerator }, { ListenerArn: listener })) {
          groups.push(...(page.EndpointGroups ?? []).map(toGroup));
        }
        return groups;
      }),

    setDial: (group, percent) =>
      call(async (accelerator, { UpdateEndpointGroupCommand }) => {
        // The list of endpoints would be replaced by what is sent: it is left out, and stays.
        const input = { EndpointGroupArn: group, TrafficDialPercentage: percent };
        await accelerator.send(new UpdateEndpointGroupCommand(input));
      }),

    setEndpoints: (group, percent, endpoints) =>
      call(async (accelerator, { UpdateEndpointGroupCommand }) => {
        await accelerator.send(
          new UpdateEndpointGroupCommand({
            EndpointGroupArn: group,
            TrafficDialPercentage: percent,
            EndpointConfigurations: endpoints.map(({ id, weight, clientIpPreservation }) => ({
              EndpointId: id,
              Weight: weight,
              ClientIPPreservationEnabled: clientIpPreservation,
            })),
          }),
        );
      }),

    deployed: (listener) =>
      call(async (accelerator, { DescribeAcceleratorCommand }) => {
        const AcceleratorArn = listener.split('/listener/')[0] ?? listener;
        const { Accelerator } = await accelerator.send(new DescribeAcceleratorCommand({ AcceleratorArn }));
        return Accelerator?.Status === 'DEPLOYED';
      }),
  };
}

function toGroup(group: SdkEndpointGroup): EndpointGroup {
  return {
    arn: group.EndpointGroupArn ?? '',
    region: group.EndpointGroupRegion ?? '',
    dialPercent: group.TrafficDialPercentage ?? 100,
    endpoints: (group.EndpointDescriptions ?? []).map((endpoint) => ({
      id: endpoint.EndpointId ?? '',
      weight: endpoint.Weight ?? 128,
      ...(endpoint.ClientIPPreservationEnabled !== undefined && {
        clientIpPreservation: endpoint.ClientIPPreservationEnabled,
      }),
    })),
  };
}
